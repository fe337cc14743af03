import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import { type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { httpApi } from "../../local/http-api.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { templateOf } from "./hand-made.ts";

const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
const another = generateKeyPairSync("rsa", { modulusLength: 2048 });
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });

const opened = async (listener: Parameters<typeof createServer>[1]): Promise<string> => {
  const server = createServer(listener);
  await listen(server);
  onTestFinished(() => server.close().closeAllConnections());
  return `http://${addressOf(server)}`;
};

const jwks = {
  keys: [
    { ...ours.publicKey.export({ format: "jwk" }), kid: "ours", use: "sig" },
    { ...elliptic.publicKey.export({ format: "jwk" }), kid: "elliptic", use: "sig" },
  ],
};

/** An issuer that says where its keys are, and an API with a route for its tokens. */
const serve = async () => {
  const events: unknown[] = [];
  const issuer = await opened(({ url, headers }, response) => {
    const discovery = { jwks_uri: `http://${headers.host}/keys` };
    response.end(JSON.stringify(url === "/keys" ? jwks : discovery));
  });
  const route = (RouteKey: string, rest: object) => ({
    Type: "AWS::ApiGatewayV2::Route",
    Properties: { RouteKey, Target: { "Fn::Join": ["/", ["integrations", { Ref: "Door" }]] }, ...rest },
  });
  const guarded = { AuthorizationType: "JWT", AuthorizerId: { Ref: "Tokens" } };
  const template = templateOf({
    Resources: {
      Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { ProtocolType: "HTTP" } },
      Tokens: {
        Type: "AWS::ApiGatewayV2::Authorizer",
        Properties: {
          AuthorizerType: "JWT",
          IdentitySource: ["$request.header.Authorization"],
          JwtConfiguration: { Issuer: issuer, Audience: ["sak", "arkiv"] },
        },
      },
      Door: {
        Type: "AWS::ApiGatewayV2::Integration",
        Properties: {
          IntegrationType: "AWS_PROXY",
          IntegrationUri: "arn:aws:lambda:eu-north-1:000000000000:function:door",
          PayloadFormatVersion: "2.0",
        },
      },
      Scoped: route("GET /scoped", { ...guarded, AuthorizationScopes: ["door/read", "door/all"] }),
      Plain: route("GET /plain", guarded),
      Open: route("GET /open", { AuthorizationType: "NONE" }),
    },
  });
  const api = httpApi({
    template,
    invoke: async (_, event) => {
      events.push(event);
      return { payload: JSON.stringify({ statusCode: 200, body: "in" }), requestId: "1", cold: false };
    },
    stamp: () => 0,
  });
  const address = await opened((request, response) => void api(request, response));
  const ask = async (path: string, authorization?: string) => {
    const answer = await fetch(address + path, { headers: authorization ? { authorization } : {} });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  return { issuer, events, ask };
};

const now = Math.floor(Date.now() / 1000);
const hour = 3600;

interface Signing {
  readonly key?: KeyObject;
  readonly header?: { readonly alg: string; readonly kid?: string };
}

const signed = (payload: JWTPayload, { key = ours.privateKey, header }: Signing = {}): Promise<string> =>
  new SignJWT(payload).setProtectedHeader(header ?? { alg: "RS256", kid: "ours" }).sign(key);

const unauthorized = { status: 401, text: '{"message":"Unauthorized"}' };
const forbidden = { status: 403, text: '{"message":"Forbidden"}' };

describe("a route that wants a token", () => {
  let usual: (issuer: string) => JWTPayload;
  beforeAll(() => {
    usual = (iss) => ({ iss, client_id: "sak", scope: "door/read other", iat: now - 1, exp: now + hour });
  });

  test.for<[string, Record<string, unknown>]>([
    ["of a client that is known, without an audience", {}],
    ["of an audience that is known, whoever the client is", { aud: "arkiv", client_id: "other" }],
    ["of several audiences, one of which is known", { aud: ["other", "sak"] }],
    ["with the scope in scp, as a list", { scope: undefined, scp: ["door/all"] }],
    ["that has begun to hold", { nbf: now - 1 }],
  ])("lets one in %s", async ([, more]) => {
    const { issuer, ask } = await serve();
    const token = await signed({ ...usual(issuer), ...more });
    expect(await ask("/scoped", `Bearer ${token}`)).toMatchObject({ status: 200, text: "in" });
    expect((await ask("/scoped", token)).status).toBe(200);
  });

  test.for<[string, Record<string, unknown>]>([
    ["of another client", { client_id: "other" }],
    ["of no client", { client_id: undefined }],
    ["of another audience, though the client is known", { aud: "other" }],
    ["of another issuer", { iss: "https://issuer.example" }],
    ["that has expired", { exp: now - 1 }],
    ["that never expires", { exp: undefined }],
    ["that does not hold yet", { nbf: now + hour }],
    ["that was given later than now", { iat: now + hour }],
  ])("turns one away %s", async ([, more]) => {
    const { issuer, events, ask } = await serve();
    expect(await ask("/scoped", `Bearer ${await signed({ ...usual(issuer), ...more })}`)).toMatchObject(
      unauthorized,
    );
    expect(events).toEqual([]);
  });

  test.for<[string, Signing]>([
    ["by another key", { key: another.privateKey }],
    ["by a key that is not named", { header: { alg: "RS256" } }],
    ["by a key nobody has heard of", { header: { alg: "RS256", kid: "none" } }],
    [
      "with a curve, which API Gateway does not know",
      { key: elliptic.privateKey, header: { alg: "ES256", kid: "elliptic" } },
    ],
  ])("turns one away signed %s", async ([, how]) => {
    const { issuer, ask } = await serve();
    expect(await ask("/scoped", `Bearer ${await signed(usual(issuer), how)}`)).toMatchObject(unauthorized);
  });

  test("turns away whoever has none, or something else, or one that was changed", async () => {
    const { issuer, events, ask } = await serve();
    const [header, , signature] = (await signed(usual(issuer))).split(".");
    const payload = Buffer.from(JSON.stringify({ ...usual(issuer), client_id: "arkiv" })).toString(
      "base64url",
    );
    for (const authorization of [
      undefined,
      "Bearer",
      "Bearer nonsense",
      "Basic c2FrOng=",
      `Bearer ${header}.${payload}.${signature}`,
    ])
      expect(await ask("/scoped", authorization)).toMatchObject(unauthorized);
    expect((await ask("/scoped")).headers.get("www-authenticate")).toMatch(/^Bearer .*error="invalid_token"/);
    expect(events).toEqual([]);
  });

  test("forbids what the token has no scope for, and says which it takes", async () => {
    const { issuer, events, ask } = await serve();
    for (const scope of ["door/write", "door/readings", undefined]) {
      const told = await ask("/scoped", `Bearer ${await signed({ ...usual(issuer), scope })}`);
      expect(told).toMatchObject(forbidden);
      expect(told.headers.get("www-authenticate")).toBe(
        'Bearer scope="door/read door/all" error="insufficient_scope"',
      );
    }
    expect(events).toEqual([]);
  });

  test("tells the function what the token says, all of it as text", async () => {
    const { issuer, events, ask } = await serve();
    const payload = { ...usual(issuer), groups: ["a", "b"], verified: true };
    await ask("/scoped", `Bearer ${await signed(payload)}`);
    await ask("/plain", `Bearer ${await signed({ ...payload, scope: undefined })}`);
    await ask("/open", "Bearer nonsense");
    const text = { iss: issuer, client_id: "sak", iat: String(now - 1), groups: "[a b]", verified: "true" };
    expect(events).toMatchObject([
      { requestContext: { authorizer: { jwt: { claims: text, scopes: ["door/read", "door/all"] } } } },
      { requestContext: { authorizer: { jwt: { claims: text, scopes: null } } } },
      { requestContext: { accountId: "000000000000" } },
    ]);
    expect(events[2]).not.toHaveProperty("requestContext.authorizer");
  });
});
