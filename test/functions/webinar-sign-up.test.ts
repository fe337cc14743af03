import { beforeEach, describe, expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { Message } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { readNeeds } from "#shared/records/needs.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/webinar-sign-up/routes.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking } from "./asking.ts";
import { byClients } from "./clients.ts";

const path = "/nb/calls/nic-2024/webinar";
const lastInTime = "2024-04-29T21:59:59.999Z";
const firstTooLate = "2024-04-29T22:00:00.000Z";
const kari = {
  name: "Kari Prøve",
  email: "Kari@Eksempel.example",
  organisation: "Døme AS",
  organisationNumber: "986 399 445",
  role: "Leiar",
  interest: "explore",
  questions: "Kan vi søkje igjen?",
  needs: "",
  language: "nn",
};
/** What the page itself puts in the form. */
const asOnThePage = { opened: "2024-04-15T06:59:00.000Z", homepage: "" };

let table: Table;
let ask: (request: Request) => Promise<Told>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, routes);
});

const signUp = (json: unknown, at?: string) => ask({ method: "POST", path, json, ...(at && { at }) });
const registrations = () => registrationsOfCall(table, CallId.parse("nic-2024"));
const owed = () => messagesDue(table, instant("2024-05-15T00:00:00Z"));
const keyIn = (message: Message | undefined) =>
  message && "key" in message.content ? message.content.key : "";
const never = (): never => {
  throw new Error("There is no registration");
};

describe("a sign-up", () => {
  test("keeps a place and owes its holder a mail that alone has the key", async () => {
    const told = await signUp(kari);
    expect([told.status, told.json]).toEqual([202, { state: "received" }]);
    const [registration] = await registrations();
    const [message] = await owed();
    expect(registration).toMatchObject({ email: "kari@eksempel.example", state: "registered", sequence: 0 });
    expect(message).toMatchObject({
      id: `registration.${registration?.id}.0`,
      to: "kari@eksempel.example",
      language: "nn",
    });
    expect(Buffer.from(keyIn(message), "base64url")).toHaveLength(32);
    expect(registration?.keyHashes).toEqual([sha256(keyIn(message))]);
  });

  test("is answered alike the first time and the second, while the mail tells its reader how it is", async () => {
    const first = await signUp(kari);
    const second = await signUp({ ...kari, email: " kari@EKSEMPEL.example", name: "K. Prøve", needs: "Alt" });
    expect(second).toEqual(first);
    const [registration] = await registrations();
    expect(registration).toMatchObject({ name: "Kari Prøve", state: "registered", sequence: 0 });
    expect(await readNeeds(table, registration ?? never())).toBe("");
    expect((await owed()).map(({ content }) => content)).toEqual([
      expect.objectContaining({
        kind: "registration-link",
        because: "signed-up-again",
        state: "registered",
      }),
      expect.objectContaining({ kind: "registration" }),
    ]);
  });

  test("from a browser without script leads to a page that says to look in the mail", async () => {
    const told = await ask({
      method: "POST",
      path,
      form: { ...kari, ...asOnThePage },
      headers: { origin: "https://opptak.example" },
    });
    expect(told.status).toBe(303);
    const page = await ask({ path: told.headers["location"] ?? "" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("e-post");
    expect(page.text).not.toContain("Kari");
  });

  test("two hundred by fifty at once with fifty addresses make fifty places and fifty mails", async () => {
    const told = await byClients(50, 200, (i) => signUp({ ...kari, email: `p${i % 50}@eksempel.example` }));
    // Whoever meets others may be asked to try again, and is told so.
    expect(told.filter(({ status }) => status !== 202 && status !== 429)).toEqual([]);
    for (let i = 0; i < 50; i += 1) await signUp({ ...kari, email: `p${i}@eksempel.example` });
    expect(await registrations()).toHaveLength(50);
    const confirmed = (await owed()).filter(({ content }) => content.kind === "registration");
    expect(new Set(confirmed.map(({ to }) => to)).size).toBe(50);
    expect(confirmed).toHaveLength(50);
  });
});

describe("sign-up ends with 29 April in Oslo", () => {
  test("its last millisecond is in time", async () => {
    expect((await ask({ path, at: lastInTime })).text).toContain('name="email"');
    expect((await signUp(kari, lastInTime)).status).toBe(202);
    expect(await registrations()).toHaveLength(1);
  });
  test("the next one is not: a program and a browser are both told 410, and nothing is kept", async () => {
    expect((await ask({ path, at: firstTooLate })).text).not.toContain('name="email"');
    const told = await signUp(kari, firstTooLate);
    expect(told.status).toBe(410);
    expect(told.json).toMatchObject({ deadline: lastInTime, receivedAt: firstTooLate });
    expect((await ask({ method: "POST", path, at: firstTooLate, form: kari })).status).toBe(410);
    expect([await registrations(), await owed()]).toEqual([[], []]);
  });
  test("and does not begin before the call opens", async () => {
    expect((await signUp(kari, "2024-04-01T05:59:59.999Z")).status).toBe(409);
    expect((await signUp(kari, "2024-04-01T06:00:00.000Z")).status).toBe(202);
  });
});

describe("what cannot be kept is refused, pointed out and not kept", () => {
  const wrong = {
    "a missing name": [{ ...kari, name: " " }, "/name"],
    "a bad address": [{ ...kari, email: "kari@" }, "/email"],
    "an unknown language": [{ ...kari, language: "sv" }, "/language"],
    "an unknown field": [{ ...kari, admin: "yes" }, "/admin"],
    "a wrong type": [{ ...kari, name: ["Kari"] }, "/name"],
    "far too much": [{ ...kari, organisation: "x".repeat(1000) }, "/organisation"],
  } as const;
  test.for(Object.entries(wrong))("%s", async ([, [json, pointer]]) => {
    const told = await signUp(json);
    expect(told.status).toBe(422);
    expect(told.json).toMatchObject({ type: "/problems/problems-in-answers", problems: [{ pointer }] });
    expect([await registrations(), await owed()]).toEqual([[], []]);
  });

  test.for([{ email: "kari@" }, { organisation: "x".repeat(1000) }])(
    "a browser gets the form back with all that was typed: %o",
    async (slip) => {
      const told = await ask({ method: "POST", path, form: { ...kari, ...slip } });
      expect(told.status).toBe(422);
      for (const text of Object.values({ ...kari, ...slip })) expect(told.text).toContain(text);
    },
  );

  test("so is what another site's page posts, and it is not handed back", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const told = await ask({ method: "POST", path, form: kari, headers });
    expect(told.status).toBe(403);
    expect(told.text).not.toContain(kari.name);
    expect(await registrations()).toEqual([]);
  });

  test("and a call that is not there", async () => {
    expect((await ask({ method: "POST", path: "/nb/calls/nic-1999/webinar", json: kari })).status).toBe(404);
  });
});

const signedUp = async () => {
  await signUp(kari);
  const [message] = await owed();
  const [registration] = await registrations();
  return { id: registration?.id, key: keyIn(message), at: `/nn/registrations/${registration?.id}` };
};

describe("a place at the webinar", () => {
  test("is shown to whoever has the key, and looking changes nothing", async () => {
    const { at, key } = await signedUp();
    const before = await registrations();
    const page = await ask({ path: `${at}?key=${key}&action=cancel` });
    expect(page.status).toBe(200);
    expect(page.text).toContain("Kari Prøve");
    expect(await registrations()).toEqual(before);
  });

  test("does not exist for a wrong key, no key or an unknown id", async () => {
    const { at, key } = await signedUp();
    const paths = [
      at,
      `${at}?key=wrong`,
      `/nn/registrations/${"0".repeat(32)}?key=${key}`,
      "/nn/registrations/x",
    ];
    for (const path of paths) expect((await ask({ path })).status).toBe(404);
    const told = await ask({ method: "POST", path: at, json: { action: "cancel", key: "wrong" } });
    expect(told.status).toBe(404);
    expect(await registrations()).toMatchObject([{ state: "registered" }]);
  });

  test("is given back once however often it is asked for, also at once, and a mail says so", async () => {
    const { id, at, key } = await signedUp();
    const cancel = () => ask({ method: "POST", path: at, json: { action: "cancel", key } });
    const told = await Promise.all([cancel(), cancel(), cancel()]);
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await registrations()).toMatchObject([{ state: "cancelled", sequence: 1 }]);
    expect((await owed()).map((message) => message.id).toSorted()).toEqual([
      `registration-cancelled.${id}.1`,
      `registration.${id}.0`,
    ]);
  });

  test("signed up for anew has a new key; the old one is then worth nothing", async () => {
    const { id, at, key } = await signedUp();
    const form = { action: "cancel", key };
    expect((await ask({ method: "POST", path: at, form })).headers["location"]).toBe(`${at}?key=${key}`);
    await signUp({ ...kari, name: "Kari Ny" });
    expect(await registrations()).toMatchObject([{ state: "registered", sequence: 2, name: "Kari Ny" }]);
    expect((await ask({ path: `${at}?key=${key}` })).status).toBe(404);
    const again = (await owed()).find((message) => message.id === `registration.${id}.2`);
    expect((await ask({ path: `${at}?key=${keyIn(again)}` })).status).toBe(200);
  });

  test("can be given back until the webinar begins and not after", async () => {
    const { at, key } = await signedUp();
    const cancel = (time: string) =>
      ask({ method: "POST", path: at, at: time, json: { action: "cancel", key } });
    expect((await cancel("2024-04-30T10:00:00.000Z")).status).toBe(410);
    expect((await cancel("2024-04-30T09:59:59.999Z")).status).toBe(200);
  });

  test.for([{}, { action: "delete" }, { action: "cancel", state: "registered" }])(
    "is not changed by %o",
    async (change) => {
      const { at, key } = await signedUp();
      const told = await ask({ method: "POST", path: `${at}?key=${key}`, json: change });
      expect(told.status).toBe(422);
      expect(await registrations()).toMatchObject([{ state: "registered" }]);
    },
  );
});
