import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import * as z from "zod";

export interface AuthorizerDefinition {
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** A route's own demand: a token must have one of the scopes, if there are any. */
export interface Wanted {
  readonly authorizer: AuthorizerDefinition;
  readonly scopes: readonly string[];
}

/** What a function is told of a token. */
export interface Authorized {
  readonly jwt: {
    readonly claims: Readonly<Record<string, string>>;
    readonly scopes: readonly string[] | null;
  };
}

/** The one who asks is let in, is nobody we know, or is somebody who may not. */
export type Admission = Authorized | "unauthorized" | "forbidden";

/** API Gateway knows no others. */
const algorithms = ["RS256", "RS384", "RS512"];

const Discovery = z.object({ jwks_uri: z.url() });

const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(Discovery.parse(await answer.json()).jwks_uri));
};

/** `client_id` counts where there is no `aud`, as in Cognito's access tokens. */
const isMeantFor = ({ aud, ...claims }: JWTPayload, audience: readonly string[]): boolean =>
  [aud ?? claims["client_id"]].flat().some((one) => audience.some((ours) => ours === one));

const scopesIn = ({ scope, scp }: JWTPayload): readonly string[] =>
  [scope ?? scp].flat().flatMap((one) => (typeof one === "string" ? one.split(" ") : []));

/** All of them as text: numbers as they are written, lists in brackets. */
const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written).join(" ")}]`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** Looks at tokens as API Gateway's JWT authorizer does, by the real clock, which is the issuer's too. */
export const jwtAuthorizer = (now: () => number = Date.now) => {
  const known = new Map<string, JWTVerifyGetKey>();

  const claimsOf = async (token: string, { issuer, audience }: AuthorizerDefinition) => {
    if (!decodeProtectedHeader(token).kid) throw new Error("no kid");
    const keys = known.get(issuer) ?? (await discover(issuer));
    known.set(issuer, keys);
    const at = new Date(now());
    const { payload } = await jwtVerify(token, keys, {
      ...{ issuer, algorithms, currentDate: at, requiredClaims: ["exp"] },
    });
    const isFromLater = payload.iat !== undefined && payload.iat * 1000 > at.getTime();
    if (isFromLater || !isMeantFor(payload, audience)) throw new Error("not meant for us, or not yet");
    return payload;
  };

  return async (header: string | undefined, { authorizer, scopes }: Wanted): Promise<Admission> => {
    const token = (header ?? "").replace(/^Bearer +/i, "");
    const claims = token && (await claimsOf(token, authorizer).catch(() => undefined));
    if (!claims) return "unauthorized";
    const has = scopesIn(claims);
    if (scopes.length > 0 && !scopes.some((scope) => has.includes(scope))) return "forbidden";
    const entries = Object.entries(claims).map(([name, value]) => [name, written(value)] as const);
    return { jwt: { claims: Object.fromEntries(entries), scopes: scopes.length > 0 ? scopes : null } };
  };
};
