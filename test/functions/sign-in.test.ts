import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { openBucket } from "#shared/files/bucket.ts";
import { staffMembers } from "#shared/records/staff.ts";
import type { Table } from "#shared/records/table.ts";
import { openIssuer } from "../../functions/sign-in/issuer.ts";
import { routes } from "../../functions/sign-in/routes.ts";
import { routes as staffRoutes } from "../../functions/staff-console/routes.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { freshTable } from "../support/dynamodb.ts";
import { asking } from "./asking.ts";

const [ours, another] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];

interface Said {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: typeof ours.privateKey;
  /** What becomes of the token on its way. */
  readonly forge?: (token: string) => string;
}

/** A sign-in service that says this of a manager. */
const serviceThat = async ({ claims = {}, key = ours.privateKey, forge = (token) => token }: Said) => {
  const seen = { nonce: "" };
  const idToken = (issuer: string): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const about = { sub: "person-1", email: "sak@opptak.example", "cognito:groups": ["manager"] };
    const usual = { iss: issuer, aud: "opptak", iat: now, exp: now + 300, nonce: seen.nonce };
    return new SignJWT({ ...about, ...usual, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .sign(key);
  };
  const answers: Readonly<Record<string, (issuer: string) => Promise<object>>> = {
    "/.well-known/openid-configuration": async (issuer) => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      ...{ token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/jwks": async () => ({
      keys: [{ ...(await exportJWK(ours.publicKey)), kid: "1", alg: "RS256", use: "sig" }],
    }),
    "/token": async (issuer) => ({
      ...{ access_token: "none", token_type: "Bearer", expires_in: 300 },
      id_token: forge(await idToken(issuer)),
    }),
  };
  const server = createServer(async (request, response) => {
    const told = await answers[request.url ?? ""]?.(`http://${addressOf(server)}`);
    response
      .writeHead(told ? 200 : 404, { "content-type": "application/json" })
      .end(JSON.stringify(told ?? {}));
  });
  await listen(server);
  onTestFinished(() => void server.close());
  return { issuer: `http://${addressOf(server)}`, seen };
};

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

/** Where somebody ends who signs in there on the way to the staff's pages, and what they meet. */
const comesBack = async (said: Said) => {
  const { issuer: address, seen } = await serviceThat(said);
  const settings = { issuer: address, clientId: "opptak", groupsClaim: "cognito:groups" };
  const issuer = openIssuer({ ...settings, siteUrl: "https://opptak.example" });
  const ask = asking(table, ({ site }) => [
    ...routes({ table, site, issuer }),
    ...staffRoutes(table, openBucket("files"), site.url),
  ]);
  const headers = { accept: "application/json" };
  const at = "2024-06-22T08:00:00.000Z";
  const left = await ask({ path: "/auth/sign-in?to=/staff", at });
  const way = new URL(left.headers["location"] ?? "").searchParams;
  seen.nonce = way.get("nonce") ?? "";
  const path = `/auth/callback?code=1&state=${way.get("state")}`;
  const back = await ask({ path, at, cookies: left.cookies });
  return { back, staff: await ask({ path: "/staff", at, cookies: back.cookies, headers }) };
};

test("whoever is no staff is let in as an applicant, and nobody's colleague", async () => {
  const { back, staff } = await comesBack({ claims: { "cognito:groups": ["stranger"] } });
  expect([back.status, staff.status]).toEqual([303, 403]);
  expect(await staffMembers(table)).toEqual([]);
});

test("whom the sign-in service vouches for is let in with the role it says", async () => {
  const { back, staff } = await comesBack({});
  expect([back.status, back.headers["location"]]).toEqual([303, "/staff"]);
  expect(staff.status).toBe(200);
  expect(await staffMembers(table)).toMatchObject([{ id: "person-1", role: "manager" }]);
});

/** The claims with one letter of them changed, under the signature of what they were. */
const tampered = (token: string): string => {
  const [head, claims = "", signature] = token.split(".");
  const changed = Buffer.from(claims, "base64url").toString().replace("person-1", "person-2");
  return [head, Buffer.from(changed).toString("base64url"), signature].join(".");
};

/** Says that it needs no signature, and has none. */
const unsigned = (token: string): string => {
  const head = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  return `${head}.${token.split(".")[1]}.`;
};

const past = Math.floor(Date.now() / 1000) - 3600;

test.for<readonly [what: string, said: Said]>([
  ["meant for another client", { claims: { aud: "another" } }],
  ["expired", { claims: { iat: past - 300, exp: past } }],
  ["of another issuer", { claims: { iss: "https://issuer.example" } }],
  ["for another sign-in", { claims: { nonce: "another" } }],
  ["tampered with", { forge: tampered }],
  ["signed with another key", { key: another.privateKey }],
  ["not signed at all", { forge: unsigned }],
  ["without anybody's name", { claims: { sub: undefined } }],
])("a token that is %s lets nobody in", async ([, said]) => {
  const { back, staff } = await comesBack(said);
  expect(back.status).toBeGreaterThanOrEqual(400);
  expect(back.cookies.filter((one) => one.startsWith("__Host-session="))).toEqual([]);
  expect(staff.status).toBe(401);
  expect(await staffMembers(table)).toEqual([]);
});
