import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import type { Person } from "#shared/domain/person.ts";
import { Language, languages } from "#shared/domain/text.ts";
import { type Instant, instant } from "#shared/domain/time.ts";
import type { PostedFile } from "./body.ts";

/** Where the service stands: its origin, and the folder its style and script lie in. */
export interface Site {
  readonly url: string;
  readonly assets: string;
  /** The origin files are uploaded to, where pages may send any. */
  readonly files?: string | undefined;
}

/** A request as the rooms behind the door see it. `at` is when API Gateway received it, and the only time there is. */
export interface Asked {
  readonly at: Instant;
  readonly requestId: string;
  readonly method: string;
  readonly language: Language;
  /** Whether the language in the address is one we have. */
  readonly languageIsKnown: boolean;
  readonly path: string;
  readonly assets: string;
  readonly wantsJson: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** What a form posted, name by name, so that a refusal can hand it back. */
  readonly posted: readonly (readonly [string, string])[];
  /** Only where the route takes one. */
  readonly file?: PostedFile;
  readonly person?: Person;
  /** When the session ends unless it is used again. */
  readonly signedInUntil?: Instant;
  /** The client whose token the gateway has found good, where it looks at one. */
  readonly machine?: string;
}

export type SignedIn = Asked & { readonly person: Person; readonly signedInUntil: Instant };

export type FromMachine = Asked & { readonly machine: string };

/** Milliseconds. */
export const sessionLeft = ({ at, signedInUntil }: SignedIn): number =>
  signedInUntil.epochMilliseconds - at.epochMilliseconds;

const prefersJson = (headers: Readonly<Record<string, string>>): boolean => {
  const accept = headers["accept"] ?? "";
  if (accept.includes("text/html")) return false;
  return accept.includes("json") || (headers["content-type"] ?? "").includes("json");
};

/** The first of our languages that the reader lists; Norwegian without a form is bokmål. */
const preferred = (acceptLanguage = ""): Language => {
  const wanted = acceptLanguage
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().slice(0, 2));
  const found = wanted
    .map((tag) => (tag === "no" ? "nb" : tag))
    .find((tag) => Language.safeParse(tag).success);
  return Language.catch("nb").parse(found);
};

const defined = (record: Record<string, string | undefined> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const readCookies = (cookies: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(
    cookies.map((cookie) => [cookie.split("=", 1)[0] ?? "", cookie.slice(cookie.indexOf("=") + 1)]),
  );

const Authorized = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.object({ client_id: z.string().min(1) }) }) }),
});

const machineIn = (event: APIGatewayProxyEventV2): Pick<Asked, "machine"> => {
  const found = Authorized.safeParse(event.requestContext).data;
  return found ? { machine: found.authorizer.jwt.claims.client_id } : {};
};

/** Everything about a request but its body and who sent it. */
export const readRequest = (event: APIGatewayProxyEventV2, site: Site): Asked => {
  const headers = defined(event.headers);
  const params = defined(event.pathParameters);
  const query = defined(event.queryStringParameters);
  const inAddress = params["lang"] ?? query["lang"] ?? event.rawPath.split("/")[1];
  return {
    at: instant(event.requestContext.timeEpoch),
    requestId: event.requestContext.requestId,
    method: event.requestContext.http.method,
    language: Language.catch(preferred(headers["accept-language"])).parse(inAddress),
    languageIsKnown:
      params["lang"] === undefined || languages.some((language) => language === params["lang"]),
    path: event.rawPath + (event.rawQueryString ? `?${event.rawQueryString}` : ""),
    assets: site.assets,
    wantsJson: prefersJson(headers),
    params,
    query,
    cookies: readCookies(event.cookies),
    headers,
    body: {},
    posted: [],
    ...machineIn(event),
  };
};
