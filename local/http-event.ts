import type { IncomingMessage } from "node:http";
import type { Authorized } from "./jwt-authorizer.ts";

/** What is known about a request besides the request itself. */
export interface Arrival {
  readonly requestId: string;
  /** When the request's head had arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly account: string;
  readonly apiId: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** What the token said, where one was asked for. */
  readonly authorizer?: Authorized | undefined;
}

/** Headers that speak of one connection only, and cookies, which have a place of their own in the event. */
const leftOut = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "te",
  "trailer",
  "cookie",
]);

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Path and query of a request target, as they were sent. */
export const splitTarget = (target: string): readonly [string, string] => {
  const mark = target.indexOf("?");
  return mark === -1 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
};

const joined = (pairs: Iterable<readonly [string, string]>): Record<string, string> => {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
};

const headerPairs = ({ rawHeaders }: IncomingMessage): readonly (readonly [string, string])[] =>
  rawHeaders.flatMap((name, place) =>
    place % 2 === 0 ? [[name.toLowerCase(), rawHeaders[place + 1] ?? ""] as const] : [],
  );

const sourceIpOf = ({ socket }: IncomingMessage): string =>
  (socket.remoteAddress ?? "").replace(/^::ffff:/, "");

const eventHeaders = (request: IncomingMessage, body: Buffer): Record<string, string> => {
  const sent = joined(headerPairs(request).filter(([name]) => !leftOut.has(name)));
  const passedBy = sent["x-forwarded-for"];
  const sourceIp = sourceIpOf(request);
  return {
    ...sent,
    "content-length": String(body.length),
    "x-forwarded-for": passedBy === undefined ? sourceIp : `${passedBy}, ${sourceIp}`,
    "x-forwarded-port": String(request.socket.localPort ?? ""),
    "x-forwarded-proto": "http",
  };
};

const cookiesIn = (request: IncomingMessage): readonly string[] =>
  headerPairs(request)
    .filter(([name]) => name === "cookie")
    .flatMap(([, value]) => value.split(/;\s*/))
    .filter((cookie) => cookie !== "");

/** API Gateway gives a body as text only when its type says text; a posted form, too, comes as base64. */
const isText = (contentType = ""): boolean =>
  /^(text\/[^;]*|application\/(json|javascript|xml))\s*(;|$)/i.test(contentType.trim());

const bodyFields = (body: Buffer, contentType: string | undefined) => {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = isText(contentType);
  return { body: body.toString(text ? "utf8" : "base64"), isBase64Encoded: !text };
};

/** Time as access logs write it: `21/Jun/2024:14:00:00 +0000`. */
const logTime = (at: number): string => {
  const time = new Date(at).toISOString();
  const month = months[Number(time.slice(5, 7)) - 1];
  return `${time.slice(8, 10)}/${month}/${time.slice(0, 4)}:${time.slice(11, 19)} +0000`;
};

const filled = <Values extends object>(name: string, values: Values) =>
  Object.keys(values).length > 0 ? { [name]: values } : {};

/** The event API Gateway makes of a request: HTTP API, payload format 2.0. Throws URIError on a malformed path. */
export const httpEvent = (request: IncomingMessage, arrival: Arrival) => {
  const { requestId, at, body, routeKey, parameters, account, apiId, stageVariables, authorizer } = arrival;
  const [sentPath, rawQueryString] = splitTarget(request.url ?? "/");
  // An HTTP API decodes the path and leaves the query as it was.
  const rawPath = decodeURIComponent(sentPath);
  const headers = eventHeaders(request, body);
  const domainName = headers["host"] ?? "";
  return {
    version: "2.0",
    routeKey,
    rawPath,
    rawQueryString,
    ...filled("cookies", cookiesIn(request)),
    headers,
    ...filled("queryStringParameters", joined(new URLSearchParams(rawQueryString))),
    requestContext: {
      accountId: account,
      apiId,
      ...(authorizer && { authorizer }),
      domainName,
      domainPrefix: domainName.split(".")[0] ?? "",
      http: {
        method: request.method ?? "GET",
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: sourceIpOf(request),
        userAgent: headers["user-agent"] ?? "",
      },
      requestId,
      routeKey,
      stage: "$default",
      time: logTime(at),
      timeEpoch: at,
    },
    ...filled("pathParameters", parameters),
    ...filled("stageVariables", stageVariables),
    ...bodyFields(body, headers["content-type"]),
  };
};
