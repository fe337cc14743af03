import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { languages } from "#shared/domain/text.ts";
import type { Table } from "#shared/records/table.ts";
import { knownKeys } from "../../functions/call-pages/known-keys.ts";
import { routes as publicRoutes } from "../../functions/call-pages/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

const kms = await openTestKeys("2024-1", "2025-1");
const { outage, keysUntil } = kms;

let table: Table;
let logged: string;
let ask: (request: Request) => Promise<Told>;
/** A new environment of the functions, when this was the newest key. */
const deploy = (newest: "2024-1" | "2025-1") => {
  const keys = keysUntil(newest);
  const findKeys = knownKeys(keys);
  return asking(table, (around) => [
    ...publicRoutes({ ...around, findKeys }),
    ...submissionRoutes({ ...around, keys }),
  ]);
};

beforeEach(async () => {
  outage.on = false;
  logged = "";
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    logged += line;
    return true;
  });
  table = await freshTable();
  ask = deploy("2024-1");
});

const at = "2024-06-21T13:59:59.123Z";
const fileOf = async ({ id }: Pick<Application, "id">) => {
  const cookies = [await signedIn(table)];
  return (await ask({ path: `/nb/applications/${id}/receipt.json`, cookies })).text;
};
const sentFile = async () => fileOf(await keepSubmitted(table, { at }));
const verify = (request: Omit<Request, "path" | "method">, language = "nb") =>
  ask({ method: "POST", path: `/${language}/verify`, ...request });
const judged = async (receipt: unknown) => (await verify({ json: { receipt } })).json;

describe("the public keys", () => {
  const path = "/.well-known/jwks.json";

  test("are for anybody's script, and kept for an hour", async () => {
    const told = await ask({ path, headers: { accept: "*/*" } });
    expect(told.status).toBe(200);
    expect(told.headers).toMatchObject({
      "content-type": "application/jwk-set+json",
      "cache-control": "public, max-age=3600",
      "access-control-allow-origin": "*",
    });
    expect(told.headers).not.toHaveProperty("content-disposition");
    const key = { kty: "EC", crv: "P-256", kid: "2024-1", use: "sig", alg: "ES256" };
    expect(JSON.parse(told.text)).toMatchObject({ keys: [key] });
    expect(told.text).not.toContain('"d"');
  });

  test("are read from KMS once, and again after a failure", async () => {
    outage.on = true;
    const refused = await ask({ path });
    expect([refused.status, refused.headers["cache-control"]]).toEqual([503, "no-store"]);
    outage.on = false;
    const { text } = await ask({ path });
    outage.on = true;
    expect(await ask({ path })).toMatchObject({ status: 200, text });
  });

  test("of all generations are there, so that an old receipt stays ours", async () => {
    const old = await sentFile();
    ask = deploy("2025-1");
    expect(JSON.parse((await ask({ path })).text).keys.map(({ kid }: { kid: string }) => kid)).toEqual([
      "2024-1",
      "2025-1",
    ]);
    expect(await judged(old)).toMatchObject({ verdict: "ours", key: "2024-1", answers: "unchanged" });
    expect(await judged(await sentFile())).toMatchObject({ verdict: "ours", key: "2025-1" });
  });
});

/** The first character after the last full stop, which means six bits of the signature. */
const spoiledSignature = (text: string) =>
  text.replace(/("jws": "[^"]+\.)(.)/, (_, before, character) => before + (character === "A" ? "B" : "A"));

describe("a receipt that is shown", () => {
  test("by a program is judged as text or as the file that it is, with all that it vouches for", async () => {
    const text = await sentFile();
    const { receipt, jws, keys } = JSON.parse(text);
    expect(keys).toBe("https://opptak.example/.well-known/jwks.json");
    const ours = { verdict: "ours", receipt, key: "2024-1" };
    for (const shown of [text, JSON.parse(text)])
      expect(await judged(shown)).toEqual({ ...ours, answers: "unchanged" });
    expect(await judged(jws)).toEqual({ ...ours, answers: "not-there" });
  });

  test.for(languages)("is told of in words, in %s, with the moment it reached us", async (language) => {
    const text = await sentFile();
    const pasted = await verify({ form: { receipt: text } }, language);
    const none = { name: "file", filename: "", value: "" };
    const chosen = await verify(
      {
        parts: [
          { name: "receipt", value: "" },
          { ...none, filename: "kvittering.json", value: text },
        ],
      },
      language,
    );
    const both = await verify({ parts: [{ name: "receipt", value: text }, none] }, language);
    for (const { status, text: html } of [pasted, chosen, both]) {
      expect(status).toBe(200);
      expect(html).toContain(
        {
          nb: "Kvitteringen er vår, og den er uendret",
          nn: "Kvitteringa er vår, og ho er uendra",
          en: "The receipt is ours, and it is unchanged",
        }[language],
      );
      expect(html).toMatch(/15[.:]59[.:]59[,.]123/);
      expect(html).toContain("2024-1");
      expect(html).not.toContain("eyJhbGci");
    }
  });

  test.for([
    [
      "svarene i filen er ikke de vi mottok",
      (text: string) => text.replace("Eksempelklyngen SA", "Eksempelklyngen AS"),
    ],
    ["Dette er ikke slik vi skrev under på det", spoiledSignature],
    ["Dette er ikke slik vi skrev under på det", (text: string) => text.replace(/59\.123/g, "58.123")],
    ["Her er det ingen signatur", (text: string) => text.replace('"jws"', '"jvs"')],
    ["Dette er ikke en kvittering fra oss", (text: string) => text.slice(0, -3)],
  ] as const)("that is not as it was: «%s»", async ([words, spoil]) => {
    const text = await sentFile();
    const told = await verify({ form: { receipt: spoil(text) } });
    expect(told.status).toBe(200);
    expect(told.text).toContain(`id="verdict-title">`);
    expect(told.text).toContain(words);
  });

  test("signed by somebody else's key is not known, and what was pasted is handed back", async () => {
    const { jws } = JSON.parse(await sentFile());
    const [, payload, signature] = jws.split(".");
    const header = Buffer.from('{"alg":"ES256","kid":"1999-1"}').toString("base64url");
    const theirs = [header, payload, signature].join(".");
    const told = await verify({ form: { receipt: theirs } });
    expect(told.text).toContain("Signert med en nøkkel vi ikke har");
    expect(told.text).toContain(theirs);
    expect(await judged(theirs)).toEqual({ verdict: "unknown-key" });
  });

  test("leaves no trace in the log", async () => {
    const text = await sentFile();
    logged = "";
    await verify({ form: { receipt: text } });
    await verify({ form: { receipt: "hemmelig tekst" } });
    await verify({ json: { receipt: 5, hemmelig: "Eksempelklyngen" } });
    const { jws } = JSON.parse(text);
    for (const words of [jws, "Eksempelklyngen", "hemmelig"]) expect(logged).not.toContain(words);
    expect(logged).toContain("malformed-request");
  });

  test("is not judged without keys: it is said so, and nothing is lost", async () => {
    const { jws } = JSON.parse(await sentFile());
    ask = deploy("2024-1");
    outage.on = true;
    const told = await verify({ form: { receipt: jws } });
    expect(told.status).toBe(503);
    expect(told.text).toContain("Det sier ingenting om kvitteringen.");
    expect(told.text).toContain(jws);
    expect((await verify({ json: { receipt: jws } })).json).toMatchObject({
      type: "/problems/cannot-verify",
    });
    outage.on = false;
    expect(await judged(jws)).toMatchObject({ verdict: "ours" });
  });
});

describe("the page", () => {
  test.for(languages)("is there for anybody, in %s", async (language) => {
    const told = await ask({ path: `/${language}/verify` });
    expect(told.status).toBe(200);
    expect(told.text).toContain('enctype="multipart/form-data"');
    expect(told.headers["cache-control"]).toBe("no-store");
  });

  test.for([{ receipt: "" }, { receipt: " \n" }, {}])("asks for something when it gets %j", async (form) => {
    const told = await verify({ form });
    expect(told.status).toBe(422);
    expect(told.text).toContain('href="#f-receipt"');
    expect((await verify({ json: form })).json).toMatchObject({ problems: [{ pointer: "/receipt" }] });
  });

  test("takes a megabyte and no more, and says so", async () => {
    const much = "e".repeat(999_000);
    expect((await verify({ parts: [{ name: "receipt", value: much }] })).status).toBe(200);
    for (const request of [
      { form: { receipt: `${much}${"e".repeat(2000)}` } },
      { parts: [{ name: "file", filename: "a.json", value: `${much}${"e".repeat(2000)}` }] },
    ]) {
      const told = await verify(request);
      expect(told.status).toBe(413);
      expect(told.text).toContain("1000 kB");
    }
  });

  test("takes nothing from another site's page", async () => {
    const told = await verify({ form: { receipt: "x" }, headers: { "sec-fetch-site": "cross-site" } });
    expect(told.status).toBe(403);
  });
});
