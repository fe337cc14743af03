/** A route key of an HTTP API taken apart: `GET /{lang}/calls/{call}`. */
export interface RoutePattern {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
}

export interface Match<Route extends RoutePattern> {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

const defaultRoute = "$default";

export const readRouteKey = (key: string): RoutePattern => {
  if (key === defaultRoute) return { key, method: "ANY", segments: [] };
  const found = /^(?<method>[A-Z]+) (?<path>\/\S*)$/.exec(key)?.groups;
  if (!found) throw new Error(`the route key ${key} is not understood here`);
  const { method = "", path = "" } = found;
  const segments = path.split("/").slice(1);
  const greedy = segments.findIndex((segment) => segment.endsWith("+}"));
  if (greedy !== -1 && greedy !== segments.length - 1)
    throw new Error(`the route key ${key} has a greedy parameter that is not its last`);
  return { key, method, segments };
};

const parameterName = (segment: string): string | undefined => /^\{(\w+)\+?\}$/.exec(segment)?.[1];
const isGreedy = (segment: string | undefined): boolean => segment?.endsWith("+}") ?? false;

/** Parameters of a path that a pattern fits, still percent-encoded; undefined when it does not fit. */
const parametersIn = (
  { segments }: RoutePattern,
  parts: readonly string[],
): Record<string, string> | undefined => {
  const greedy = isGreedy(segments.at(-1));
  if (greedy ? parts.length < segments.length : parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [place, segment] of segments.entries()) {
    const name = parameterName(segment);
    const part = isGreedy(segment) ? parts.slice(place).join("/") : (parts[place] ?? "");
    if (name === undefined ? segment !== part : part === "") return undefined;
    if (name !== undefined) parameters[name] = part;
  }
  return parameters;
};

/** Most specific first: fixed segments before parameters before greedy ones, from the left; a method before ANY. */
const rank = ({ key, method, segments }: RoutePattern): string => {
  if (key === defaultRoute) return "9";
  const kinds = segments.map((segment) => {
    if (isGreedy(segment)) return "2";
    return parameterName(segment) === undefined ? "0" : "1";
  });
  return `${kinds.join("")}${method === "ANY" ? "1" : "0"}`;
};

/** The routes in the order they are to be tried. */
export const bySpecificity = <Route extends RoutePattern>(routes: readonly Route[]): readonly Route[] =>
  routes.toSorted((one, other) => rank(one).localeCompare(rank(other)));

/**
 * The first route that a request fits, its parameters decoded. Throws URIError when the path is not
 * percent-encoded as it should be.
 */
export const matchRoute = <Route extends RoutePattern>(
  routes: readonly Route[],
  method: string,
  path: string,
): Match<Route> | undefined => {
  const parts = path.split("/").slice(1);
  for (const route of routes) {
    if (route.method !== "ANY" && route.method !== method) continue;
    const parameters = route.key === defaultRoute ? {} : parametersIn(route, parts);
    if (parameters === undefined) continue;
    const decoded = Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { route, parameters: Object.fromEntries(decoded) };
  }
  return undefined;
};
