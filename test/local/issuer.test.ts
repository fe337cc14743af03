import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { decodeJwt, decodeProtectedHeader } from "jose";
import * as client from "openid-client";
import { describe, expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { makeVisitor, type Visitor } from "../../local/demo/visitor.ts";
import { makeIssuer } from "../../local/issuer.ts";
import { signingKey } from "../../local/issuer-key.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { people } from "../../local/people.ts";
import { machineClientsIn, machineSecret, signInClientsIn } from "../../local/sign-in-client.ts";
import { templateOf, temporaryFolder } from "./hand-made.ts";

const [applicant, , , staff] = people;
if (!applicant || !staff) throw new Error("nobody to sign in as");

/** An issuer under /local/issuer, which knows the client of a template. */
const serve = async (keyFile?: string) => {
  let listener = async (_: IncomingMessage, response: ServerResponse): Promise<void> => void response.end();
  const server = createServer((request, response) => void listener(request, response));
  await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const site = `http://${addressOf(server)}`;
  const template = templateOf({
    Resources: {
      Pages: {
        Type: "AWS::Cognito::UserPoolClient",
        Properties: {
          CallbackURLs: [`${site}/auth/callback`],
          LogoutURLs: [`${site}/auth/signed-out`],
          GenerateSecret: false,
        },
      },
      Sak: {
        Type: "AWS::Cognito::UserPoolClient",
        Properties: {
          AllowedOAuthFlows: ["client_credentials"],
          AllowedOAuthScopes: ["door/applications", "door/registrations"],
          GenerateSecret: true,
        },
      },
    },
  });
  const [clients, machines] = [signInClientsIn(template), machineClientsIn(template)];
  const address = `${site}/local/issuer`;
  listener = makeIssuer({ address, clients, machines, people, key: signingKey(keyFile), log: () => {} });
  const configuration = await client.discovery(new URL(address), "Pages", undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  });
  return { site, configuration };
};

type Site = Awaited<ReturnType<typeof serve>>;

/** What a sign-in asks for, and the secrets that only the asker knows. */
const asking = async ({ site, configuration }: Site, rest: Record<string, string> = {}) => {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedNonce = client.randomNonce();
  const expectedState = client.randomState();
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: `${site}/auth/callback`,
    scope: "openid profile email",
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    nonce: expectedNonce,
    state: expectedState,
    ...rest,
  });
  return { address, checks: { pkceCodeVerifier, expectedNonce, expectedState } };
};

/** Goes to where people are to choose from, chooses, and comes back with a code. */
const choose = async (browser: Visitor, address: URL, person: string): Promise<URL> => {
  const page = await browser.follow(address.href);
  const body = new URLSearchParams({ person });
  return new URL((await browser.follow(page.url, { method: "POST", body }, "/auth/callback")).url);
};

test("whoever signs in is the person that was chosen, with a code, PKCE and the nonce that was asked with", async () => {
  const site = await serve();
  const { address, checks } = await asking(site);
  const back = await choose(makeVisitor(), address, staff.id);
  const tokens = await client.authorizationCodeGrant(site.configuration, back, checks);
  expect(tokens.claims()).toMatchObject({
    sub: staff.id,
    name: staff.name,
    email: staff.email,
    email_verified: true,
    "cognito:groups": ["manager"],
    nonce: checks.expectedNonce,
  });
});

test("the page to choose from is a form that names everybody and needs no script", async () => {
  const site = await serve();
  const { address } = await asking(site);
  const { response } = await makeVisitor().follow(address.href);
  const html = await response.text();
  for (const { name, email } of people) expect(html).toContain(`<strong>${name}</strong> <span>${email}`);
  expect(html).not.toContain("<script");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("signing in again asks again who to be", async () => {
  const site = await serve();
  const browser = makeVisitor();
  const first = await asking(site);
  await choose(browser, first.address, staff.id);
  const second = await asking(site);
  const back = await choose(browser, second.address, applicant.id);
  const tokens = await client.authorizationCodeGrant(site.configuration, back, second.checks);
  expect(tokens.claims()).toMatchObject({ sub: applicant.id, "cognito:groups": [] });
});

test("a code without its PKCE verifier is worth nothing", async () => {
  const site = await serve();
  const { address, checks } = await asking(site);
  const back = await choose(makeVisitor(), address, staff.id);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  await expect(
    client.authorizationCodeGrant(site.configuration, back, { ...checks, pkceCodeVerifier }),
  ).rejects.toMatchObject({ error: "invalid_grant" });
});

test("nobody gets a code without PKCE", async () => {
  const site = await serve();
  const { address } = await asking(site);
  address.searchParams.delete("code_challenge");
  address.searchParams.delete("code_challenge_method");
  const { url } = await makeVisitor().follow(address.href, {}, "/auth/callback");
  expect(new URL(url).searchParams.get("error")).toBe("invalid_request");
});

test("a person who is not there cannot be chosen", async () => {
  const site = await serve();
  const { address } = await asking(site);
  const browser = makeVisitor();
  const page = await browser.follow(address.href);
  const body = new URLSearchParams({ person: "nobody" });
  expect((await browser.follow(page.url, { method: "POST", body })).response.status).toBe(400);
});

test("an address to come back to that the template does not have is refused with a page", async () => {
  const site = await serve();
  const { address } = await asking(site, { redirect_uri: `${site.site}/elsewhere` });
  const { response } = await makeVisitor().follow(address.href);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Sign-in failed");
});

test("signing out ends at an address that the template has", async () => {
  const site = await serve();
  const browser = makeVisitor();
  const { address, checks } = await asking(site);
  const back = await choose(browser, address, staff.id);
  const tokens = await client.authorizationCodeGrant(site.configuration, back, checks);
  const out = client.buildEndSessionUrl(site.configuration, {
    post_logout_redirect_uri: `${site.site}/auth/signed-out`,
    id_token_hint: tokens.id_token ?? "",
  });
  const { response, url } = await browser.follow(out.href);
  const html = await response.text();
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? "";
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const body = new URLSearchParams({ xsrf, logout: "yes" });
  const end = await browser.follow(new URL(action, url).href, { method: "POST", body }, "/auth/signed-out");
  expect(new URL(end.url).pathname).toBe("/auth/signed-out");
});

describe("a machine", () => {
  const askAs = async (secret: string, parameters: Record<string, string>) => {
    const { site } = await serve();
    const configuration = await client.discovery(
      new URL(`${site}/local/issuer`),
      "Sak",
      undefined,
      client.ClientSecretBasic(secret),
      { execute: [client.allowInsecureRequests] },
    );
    return client.clientCredentialsGrant(configuration, parameters);
  };

  test("gets a token that looks like Cognito's: signed, for the scopes it asked for, and for no audience", async () => {
    const { access_token: token, expires_in: seconds } = await askAs(machineSecret, {
      scope: "door/applications",
    });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: "RS256", kid: "local" });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      ...{ iss: expect.stringMatching(/\/local\/issuer$/), sub: "Sak", client_id: "Sak" },
      ...{ token_use: "access", version: 2, scope: "door/applications" },
    });
    expect(claims).not.toHaveProperty("aud");
    expect([seconds, (claims.exp ?? 0) - (claims.iat ?? 0)]).toEqual([3600, 3600]);
  });

  test("gets all it may have when it asks for nothing", async () => {
    const { access_token: token } = await askAs(machineSecret, {});
    expect(decodeJwt(token)["scope"]).toBe("door/applications door/registrations");
  });

  test.for([
    ["not its secret", "another", "door/applications", { status: 401 }],
    ["a scope it has not got", machineSecret, "door/everything", { status: 400, error: "invalid_scope" }],
  ] as const)("gets none with %s", async ([, secret, scope, refusal]) => {
    await expect(askAs(secret, { scope })).rejects.toMatchObject(refusal);
  });
});

test("the signing key is the same after a restart", () => {
  const file = path.join(temporaryFolder(), "issuer", "key.json");
  expect(signingKey(file)).toEqual(signingKey(file));
  expect(signingKey(undefined)["n"]).not.toBe(signingKey(file)["n"]);
});

test("the people are made up: three applicants, four staff, one without rights, none with a real address", () => {
  const groups = z.array(z.string());
  expect(people.map((person) => groups.parse(person.groups).join())).toEqual([
    "",
    "",
    "",
    "manager",
    "manager",
    "officer",
    "reader",
    "visitors",
  ]);
  expect(people.every(({ email }) => email.endsWith(".example"))).toBe(true);
});
