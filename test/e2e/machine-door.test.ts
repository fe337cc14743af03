import { execFile } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { pageFunctions } from "../../infra/page-functions.ts";
import { signingKey } from "../../local/issuer-key.ts";
import { type Runtime, startRuntime } from "../../local/runtime.ts";
import { machineSecret } from "../../local/sign-in-client.ts";
import { client, filledIn, reviewed, signIn, staff } from "./road.ts";

const folder = mkdtempSync(path.join(tmpdir(), "opptak-"));
let system: Runtime;
beforeAll(async () => {
  system = await startRuntime({ port: 0, dataDir: folder, log: () => {} });
}, 120_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

const Token = z.object({ access_token: z.string(), token_type: z.string(), expires_in: z.number() });
const Page = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  next: z.url(),
  more: z.boolean(),
});

/** Where tokens are had, as the description says. */
const tokenUrl = async (): Promise<string> => {
  const description: unknown = await (await fetch(`${system.url}/api/v1/openapi.json`)).json();
  return z
    .object({
      components: z.object({
        securitySchemes: z.object({
          caseSystem: z.object({ flows: z.object({ clientCredentials: z.object({ tokenUrl: z.url() }) }) }),
        }),
      }),
    })
    .parse(description).components.securitySchemes.caseSystem.flows.clientCredentials.tokenUrl;
};

const clientId = () => system.template.outputs["CaseSystemClientId"] ?? "";

/** A token as a case system gets it. */
const token = async (scope: string): Promise<string> => {
  const answer = await fetch(await tokenUrl(), {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId()}:${machineSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope }),
  });
  return Token.parse(await answer.json()).access_token;
};

const get = async (address: string, bearer?: string) => {
  const answer = await fetch(new URL(address, system.url), {
    headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
  });
  return { status: answer.status, text: await answer.text() };
};

const now = () => Math.floor(Date.now() / 1000);

/** A token like the issuer's own, but for this. */
const forged = async (
  scope: string,
  claims: Readonly<Record<string, unknown>> = {},
  another?: KeyObject,
): Promise<string> => {
  const usual = {
    iss: `${system.url}/local/issuer`,
    sub: clientId(),
    client_id: clientId(),
    token_use: "access",
  };
  const key = another ?? (await importJWK(signingKey(path.join(folder, "issuer-key.json")), "RS256"));
  return new SignJWT({ ...usual, scope, iat: now() - 10, exp: now() + 3600, ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "local" })
    .sign(key);
};

const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const signInClient = () =>
  system.template
    .resources("AWS::Cognito::UserPoolClient")
    .map(({ id }) => system.template.ref(id))
    .find((id) => id !== clientId());

const unauthorized = [401, '{"message":"Unauthorized"}'] as const;
const forbidden = [403, '{"message":"Forbidden"}'] as const;

/** Who comes, and what they are told. */
const comers: Readonly<
  Record<string, readonly [(scope: string) => Promise<string | undefined>, readonly [number, string?]]>
> = {
  "has no token": [async () => undefined, unauthorized],
  "has something else than a token": [async () => "sak", unauthorized],
  "has changed what it says": [
    async (scope) => {
      const [header, , signature] = (await token(scope)).split(".");
      const [, payload] = (await forged(scope, { exp: now() + 86_400 })).split(".");
      return [header, payload, signature].join(".");
    },
    unauthorized,
  ],
  "has signed it with a key of their own": [(scope) => forged(scope, {}, stranger), unauthorized],
  "has one that has expired": [(scope) => forged(scope, { exp: now() - 1 }), unauthorized],
  "has one of a client that signs people in": [
    (scope) => forged(scope, { client_id: signInClient() }),
    unauthorized,
  ],
  "has one for another audience": [(scope) => forged(scope, { aud: "another" }), unauthorized],
  "has one of another issuer": [(scope) => forged(scope, { iss: "https://issuer.example" }), unauthorized],
  "has one without a scope": [(scope) => forged(scope, { scope: undefined }), forbidden],
  "has one with the scope of the other address": [
    (scope) => token(Object.values(scopes).find((one) => one !== scope) ?? ""),
    forbidden,
  ],
  "has one like the issuer's in all": [(scope) => forged(scope), [200]],
  "has a good one": [(scope) => token(scope), [200]],
};

const { machineRoutes, routes } = pageFunctions["machine-door"];
const scopes = Object.fromEntries(
  Object.entries(machineRoutes).map(([route, scope]) => [route, `opptak/${scope}`]),
);

describe.for(Object.entries(scopes))("%s for whoever", ([route, scope]) => {
  test.for(Object.entries(comers))("%s", async ([, [bearer, [status, text]]]) => {
    const address = route.replace("GET ", "").replace("{call}", "nic-2024");
    const told = await get(address, await bearer(scope));
    expect([told.status, status === 200 ? Page.parse(JSON.parse(told.text)).more : told.text]).toEqual([
      status,
      status === 200 ? false : text,
    ]);
  });
});

/** The commands of the page that tells how the door is used, the first first. */
const commands = [...readFileSync("docs/machine-door.md", "utf8").matchAll(/```sh\n(.*?)```/gs)].map(
  ([, command = ""]) => command,
);

/** Runs a command with these settings alone. */
const run = async (command: string | undefined, settings: Record<string, string>): Promise<unknown> => {
  const { stdout } = await promisify(execFile)("bash", ["-ec", command ?? ""], {
    env: { PATH: process.env["PATH"], SITE: system.url, ...settings },
  });
  return JSON.parse(stdout);
};

test("the page that tells how the door is used is right, command by command, with what the local page says", async () => {
  const page = await (await fetch(`${system.url}/local`)).text();
  const [, CLIENT_ID = "", CLIENT_SECRET = ""] =
    /client <code>(.*?)<\/code>.*?secret <code>(.*?)<\/code>/.exec(page) ?? [];
  const TOKEN_URL = `${system.url}/local/issuer/oauth2/token`;
  const [forToken, forApplications, forRegistrations, forNext, ...more] = commands;
  expect([TOKEN_URL, more]).toEqual([await tokenUrl(), []]);
  const given = await run(forToken, { CLIENT_ID, CLIENT_SECRET, TOKEN_URL });
  const { access_token: TOKEN, expires_in: seconds } = Token.parse(given);
  expect(seconds).toBe(3600);
  const applications = Page.parse(await run(forApplications, { TOKEN }));
  expect(applications.next).toMatch(/limit=100$/);
  const { next: NEXT } = Page.parse(await run(forRegistrations, { TOKEN }));
  expect(await run(forNext, { TOKEN, NEXT })).toEqual({ items: [], next: NEXT, more: false });
});

test("every other address of the door is for anybody", async () => {
  for (const route of routes) expect((await get(route.replace("GET ", ""))).status).toBe(200);
});

test("an application that is sent is had by a case system, once, and a manager sees that it was", {
  timeout: 120_000,
}, async () => {
  const bearer = await token("");
  const at = `${system.url}/api/v1/calls/nic-2024`;
  const follow = async (address: string) => Page.parse(JSON.parse((await get(address, bearer)).text));
  const before = await follow(`${at}/applications?limit=1`);
  const applicant = await signIn(system.url);
  const id = await filledIn(applicant, "connect");
  const { sending } = await reviewed(applicant, id);
  const sent = await applicant.ask("POST", `/nb/applications/${id}/submission`, sending);
  expect(sent.status).toBeLessThan(300);
  await system.settled();
  const { items, next } = await follow(before.next);
  expect(items).toMatchObject([
    {
      id,
      state: "submitted",
      submission: { number: 1, answers: expect.anything(), files: expect.anything() },
    },
  ]);
  expect(await follow(next)).toEqual({ items: [], next, more: false });
  const manager = await signIn(system.url, staff[0]);
  const seen = await manager.ask("GET", "/staff/events?what=applications-fetched");
  expect(seen.text).toContain(`machine: ${clientId()}`);
  expect((await client(system.url).ask("GET", "/staff/events")).status).toBe(401);
});
