import { randomUUID } from "node:crypto";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { Level } from "#shared/domain/call.ts";
import type { Runtime } from "../../local/runtime.ts";
import { applicants, type Client, client, filledIn, reviewed, signIn, staff, startSystem } from "./road.ts";

let system: Runtime & { readonly lines: string[] };
let one: Client;

const setClock = (to: string, stands = false) =>
  client(system.url).ask("POST", "/local/clock", { to, stands });
const mailTo = async (to: string) => (await system.messages()).filter((message) => message.to.includes(to));

const Levels = z.object({ levels: z.array(z.object({ state: z.string() })) });

beforeAll(async () => {
  system = await startSystem();
  one = await signIn(system.url);
}, 120_000);
afterAll(() => system?.stop());

describe("an application", { timeout: 60_000 }, () => {
  test.for(Level.options)("for %s is filled in, sent, receipted and mailed", async (level) => {
    const id = await filledIn(one, level);
    const { problems, sending } = await reviewed(one, id);
    expect(problems).toEqual([]);
    const sent = await one.ask("POST", `/nb/applications/${id}/submission`, sending);
    expect(sent.status).toBe(201);
    expect(sent.json).toMatchObject({ number: 1, reference: expect.stringMatching(/^NIC24-/) });
    const receipt = await one.ask("GET", `/nb/applications/${id}/receipt`);
    expect(receipt.json).toMatchObject({
      state: "submitted",
      level,
      answers: { applicant: { organisation: "Eksempelklyngen SA" } },
    });
    const { reference } = z.object({ reference: z.string() }).parse(sent.json);
    await vi.waitFor(async () => {
      const mails = (await mailTo("post@eksempelklyngen.example")).filter(({ subject }) =>
        subject.includes(reference),
      );
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).toContain(reference);
    }, 15_000);
  });

  test("sent by twenty parallel requests gives one submission, one receipt and one mail", async () => {
    const id = await filledIn(one, "connect");
    const { sending } = await reviewed(one, id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        one.ask("POST", `/nb/applications/${id}/submission`, {
          ...sending,
          ...(i % 2 && { idempotencyKey: randomUUID() }),
        }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const overview = await one.ask("GET", `/nb/applications/${id}`);
    expect(overview.json).toMatchObject({ state: "submitted", submissions: [{ number: 1 }] });
    const { reference } = z.object({ reference: z.string() }).parse(answers[0]?.json);
    const about = async () => (await system.messages()).filter(({ subject }) => subject.includes(reference));
    await vi.waitFor(async () => expect(await about()).toHaveLength(1), 15_000);
  });

  test("that a colleague changed after the review is not sent", async () => {
    const id = await filledIn(one, "connect");
    const { sending } = await reviewed(one, id);
    const path = `/nb/applications/${id}/sections/connect`;
    await one.ask("PUT", path, { revision: 1, answers: { linking: "Nytt", businessModel: "Nytt" } });
    const refused = await one.ask("POST", `/nb/applications/${id}/submission`, sending);
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ type: "/problems/changed-since-review", sections: ["connect"] });
  });

  test("changed in two windows loses neither text", async () => {
    const id = await filledIn(one, "connect");
    const path = `/nb/applications/${id}/sections/cluster`;
    const mine = { name: "Mitt navn" };
    await one.ask("PUT", path, { revision: 1, answers: { name: "Deres navn" } });
    const refused = await one.ask("PUT", path, { revision: 1, answers: mine });
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ theirs: { revision: 2, answers: { name: "Deres navn" } } });
    const page = await one.page(path, { revision: "1", "answers.name": "Mitt navn", next: "section" });
    expect(page.status).toBe(409);
    expect(page.text).toContain("Mitt navn");
    expect(page.text).toContain("Deres navn");
  });

  test("saved with nothing answered is kept, and refused only when it is sent", async () => {
    const started = await one.ask("POST", "/nb/calls/nic-2024/applications", { level: "impact" });
    const { id } = z.object({ id: z.string() }).parse(started.json);
    const saved = await one.ask("PUT", `/nb/applications/${id}/sections/applicant`, {
      revision: 0,
      answers: {},
    });
    expect(saved.status).toBe(200);
    const { problems, sending } = await reviewed(one, id);
    expect(problems.length).toBeGreaterThan(10);
    const refused = await one.ask("POST", `/nb/applications/${id}/submission`, sending);
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ pointer: "/applicant/organisation" })]),
    });
  });

  test("started twice from the same page is one application", async () => {
    const form = { level: "connect", id: randomUUID() };
    const first = await one.page("/nb/calls/nic-2024/applications", form);
    const second = await one.page("/nb/calls/nic-2024/applications", form);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
  });

  test("withdrawn can be sent again, as number two", async () => {
    const id = await filledIn(one, "explore");
    await one.ask("POST", `/nb/applications/${id}/submission`, (await reviewed(one, id)).sending);
    expect((await one.ask("POST", `/nb/applications/${id}/withdrawal`, {})).json).toMatchObject({
      state: "withdrawn",
    });
    const again = await one.ask(
      "POST",
      `/nb/applications/${id}/submission`,
      (await reviewed(one, id)).sending,
    );
    expect(again.json).toMatchObject({ number: 2 });
  });
});

describe("somebody else", { timeout: 60_000 }, () => {
  test("never sees or changes an application that is not theirs", async () => {
    const id = await filledIn(one, "connect");
    const other = await signIn(system.url, applicants[1]);
    const addresses = ["", "/sections/applicant", "/review", "/receipt", "/receipt.json", "/withdrawal"];
    for (const path of addresses)
      expect((await other.ask("GET", `/nb/applications/${id}${path}`)).status).toBe(404);
    const save = await other.ask("PUT", `/nb/applications/${id}/sections/applicant`, {
      revision: 1,
      answers: {},
    });
    const send = await other.ask("POST", `/nb/applications/${id}/submission`, {
      idempotencyKey: randomUUID(),
      revisions: {},
    });
    expect([save.status, send.status]).toEqual([404, 404]);
  });

  test("without a session is asked to sign in, and keeps what was typed", async () => {
    const nobody = client(system.url);
    const path = `/nb/applications/${randomUUID()}/sections/applicant`;
    expect((await nobody.ask("GET", path)).status).toBe(401);
    expect((await nobody.page(path)).headers.get("location")).toBe(
      `/auth/sign-in?to=${encodeURIComponent(path)}`,
    );
    const posted = await nobody.page(path, { revision: "0", "answers.organisation": "Lang tekst" });
    expect(posted.status).toBe(401);
    expect(posted.text).toContain("Lang tekst");
    nobody.cookies.set("session", "forged");
    expect((await nobody.ask("GET", path)).status).toBe(401);
  });

  test("signed out is out for good, wherever the cookie was copied to", async () => {
    const third = await signIn(system.url, applicants[2]);
    const copied = new Map(third.cookies);
    expect((await third.page("/auth/sign-out", {})).status).toBe(303);
    for (const [name, value] of copied) third.cookies.set(name, value);
    expect((await third.ask("GET", "/nb/my-page")).status).toBe(401);
  });
});

describe("bad input", { timeout: 60_000 }, () => {
  const start = "/nb/calls/nic-2024/applications";
  const webinar = "/nb/calls/nic-2024/webinar";
  test.for([
    ["broken JSON", start, "{", {}, 422],
    ["JSON that is no object", start, "[]", {}, 422],
    ["an unknown level", start, { level: "galactic" }, {}, 422],
    [
      "an unknown field",
      webinar,
      { name: "A", email: "a@b.example", organisation: "", language: "nb", admin: "1" },
      {},
      422,
    ],
    ["a wrong type", webinar, { name: 5, email: "a@b.example", organisation: "", language: "nb" }, {}, 422],
    ["a bad address", webinar, { name: "A", email: "nei", organisation: "", language: "nb" }, {}, 422],
    ["a wrong content type", webinar, "a=b", { "content-type": "text/plain" }, 415],
    [
      "a broken multipart form",
      webinar,
      "--x\r\n",
      { "content-type": "multipart/form-data; boundary=x" },
      422,
    ],
    [
      "names that reach for a prototype",
      webinar,
      "__proto__.a=1",
      { "content-type": "application/x-www-form-urlencoded" },
      422,
    ],
    ["too much", webinar, { name: "x".repeat(2_100_000) }, {}, 413],
    ["a foreign origin", start, { level: "connect" }, { origin: "https://elsewhere.example" }, 403],
    ["a cross-site fetch", start, { level: "connect" }, { "sec-fetch-site": "cross-site" }, 403],
    ["an unknown call", "/nb/calls/nothing/applications", { level: "connect" }, {}, 404],
    ["an unknown language", "/xx/calls/nic-2024/applications", { level: "connect" }, {}, 404],
    [
      "an unknown application",
      "/nb/applications/not-an-id/submission",
      { idempotencyKey: randomUUID(), revisions: {} },
      {},
      404,
    ],
  ] as const)("%s is refused clearly and tells nothing", async ([, path, body, headers, status]) => {
    const told = await one.ask("POST", path, body, headers);
    expect(told.status).toBe(status);
    expect(told.headers.get("content-type")).toBe("application/problem+json");
    expect(told.json).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(told.text).not.toMatch(/at \w+ \(|node_modules|DynamoDB|Zod/);
  });
});

describe("the webinar", { timeout: 90_000 }, () => {
  const signUp = (email: string) => ({
    name: "Døme Dømesen",
    email,
    organisation: "Prøve AS",
    interest: "undecided",
    language: "nn",
  });

  test("two hundred sign-ups with fifty addresses give fifty registrations and fifty invitations", async () => {
    const visitor = client(system.url);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => {
        const email = `${i % 4 < 2 ? "Person" : "person"}${i % 50}@mange.example`;
        // From ten networks: so many from one would be told to wait.
        const headers = { "x-forwarded-for": `198.51.${i % 10}.7` };
        return visitor.ask("POST", "/nn/calls/nic-2024/webinar", signUp(email), headers);
      }),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['202 {"state":"received"}']),
    );
    const many = async () => (await system.messages()).filter(({ to }) => to[0]?.endsWith("@mange.example"));
    const invited = async () => (await many()).filter(({ calendar }) => calendar !== "");
    await vi.waitFor(async () => expect(await many()).toHaveLength(200), 40_000);
    expect(await invited()).toHaveLength(50);
    expect(new Set((await invited()).map(({ to }) => to[0])).size).toBe(50);
  });

  test("is left by the link in the mail, but never by only opening it", async () => {
    const visitor = client(system.url);
    await visitor.ask("POST", "/en/calls/nic-2024/webinar", {
      ...signUp("leaver@prove.example"),
      language: "en",
    });
    const [mail] = await vi.waitFor(async () => {
      const mails = await mailTo("leaver@prove.example");
      expect(mails).toHaveLength(1);
      return mails;
    }, 15_000);
    expect(mail?.calendar).toContain("METHOD:REQUEST");
    const [link = ""] = /http:\S+key=\S+/.exec(mail?.text ?? "") ?? [];
    const { pathname, search } = new URL(link);
    expect((await visitor.ask("GET", pathname + search)).json).toMatchObject({ state: "registered" });
    expect((await visitor.ask("GET", `${pathname}?key=wrong`)).status).toBe(404);
    expect((await visitor.page(pathname + search)).text).toContain('value="cancel"');
    expect((await visitor.ask("GET", pathname + search)).json).toMatchObject({ state: "registered" });
    await visitor.ask("POST", pathname + search, { action: "cancel" });
    expect((await visitor.ask("GET", pathname + search)).json).toMatchObject({ state: "cancelled" });
    await vi.waitFor(async () => {
      const cancelled = (await mailTo("leaver@prove.example")).at(-1);
      expect(cancelled?.calendar).toContain("METHOD:CANCEL");
      expect(cancelled?.calendar).toContain("SEQUENCE:1");
    }, 15_000);
  });
});

test("a mail that cannot be sent is owed until it can, and arrives once", { timeout: 60_000 }, async () => {
  const visitor = client(system.url);
  await visitor.ask("POST", "/local/outage", { ses: "true" });
  const signUp = { name: "Tålmodig", email: "ventar@prove.example", interest: "undecided", language: "nn" };
  expect((await visitor.ask("POST", "/nn/calls/nic-2024/webinar", signUp)).status).toBe(202);
  await vi.waitFor(() => expect(system.lines.join()).toContain("message.not-sent"), 15_000);
  expect(await mailTo("ventar@prove.example")).toEqual([]);
  await visitor.ask("POST", "/local/outage", { ses: "false" });
  await setClock("2024-04-15T12:00:00.000+02:00");
  await vi.waitFor(async () => expect(await mailTo("ventar@prove.example")).toHaveLength(1), 20_000);
});

describe("staff", { timeout: 60_000 }, () => {
  test("list and export what came in; everybody else is refused", async () => {
    const [officer, applicant] = await Promise.all([signIn(system.url, staff[0]), signIn(system.url)]);
    const address = "/staff/calls/nic-2024/applications?state=submitted&level=impact";
    // The list follows what was sent by some seconds.
    const list = await vi.waitFor(async () => {
      const told = await officer.ask("GET", address);
      expect(told.json).toMatchObject({ items: [{ level: "impact", state: "submitted" }], next: null });
      return told;
    }, 20_000);
    const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(list.json);
    const shown = await officer.ask("GET", `/staff/applications/${items[0]?.id}`);
    expect(shown.json).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ what: "application-viewed" })]),
    });
    for (const path of [
      "/staff",
      "/staff/events",
      "/staff/calls/nic-2024/applications",
      "/staff/calls/nic-2024/applications.csv",
    ])
      expect((await applicant.ask("GET", path)).status).toBe(403);
  });

  test("export the same choice as CSV, XLSX and JSON", async () => {
    const officer = await signIn(system.url, staff[1] ?? staff[0]);
    const query = "state=submitted&level=impact";
    const csv = await officer.ask("GET", `/staff/calls/nic-2024/applications.csv?${query}`, undefined, {
      accept: "*/*",
    });
    expect(csv.text.split("\r\n")[1]).toContain("Eksempelklyngen SA");
    const json = await officer.ask("GET", `/staff/calls/nic-2024/applications.json?${query}`);
    expect(json.json).toMatchObject({
      expected: 1,
      written: 1,
      items: [{ organisation: "Eksempelklyngen SA" }],
    });
    const cookie = [...officer.cookies].map((pair) => pair.join("=")).join("; ");
    const xlsx = await fetch(`${system.url}/staff/calls/nic-2024/applications.xlsx?${query}`, {
      headers: { cookie },
    });
    const rows = await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()));
    expect(JSON.stringify(rows)).toContain("Eksempelklyngen SA");
  });
});

describe("the deadlines", { timeout: 90_000 }, () => {
  test("of the sign-up: the last millisecond of 29 April is in time, the first of 30 April is late", async () => {
    const visitor = client(system.url);
    const signUp = (email: string) =>
      visitor.ask("POST", "/nb/calls/nic-2024/webinar", {
        name: "A",
        email,
        interest: "undecided",
        language: "nb",
      });
    await setClock("2024-04-29T23:59:59.999+02:00", true);
    expect((await signUp("sist@prove.example")).status).toBe(202);
    await setClock("2024-04-30T00:00:00.000+02:00", true);
    expect((await signUp("sein@prove.example")).status).toBe(410);
  });

  test("of the application: 16:00:00.000 is in time, one millisecond later is not, and no text is lost", async () => {
    await setClock("2024-06-21T15:00:00.000+02:00", true);
    one = await signIn(system.url);
    const ids = [
      await filledIn(one, "connect"),
      await filledIn(one, "explore"),
      await filledIn(one, "impact"),
    ];
    const ready = await Promise.all(ids.map((id) => reviewed(one, id)));
    const moments = ["15:59:59.999", "16:00:00.000", "16:00:00.001"];
    const statuses: number[] = [];
    for (const [i, moment] of moments.entries()) {
      await setClock(`2024-06-21T${moment}+02:00`, true);
      statuses.push(
        (await one.ask("POST", `/nb/applications/${ids[i]}/submission`, ready[i]?.sending)).status,
      );
    }
    expect(statuses).toEqual([201, 201, 410]);
    const receipt = await one.ask("GET", `/nb/applications/${ids[1]}/receipt`);
    expect(receipt.json).toMatchObject({
      receivedAt: "2024-06-21T14:00:00.000Z",
      deadline: "2024-06-21T14:00:00.000Z",
    });
    const late = await one.page(`/nb/applications/${ids[2]}/sections/impact`, {
      revision: "1",
      "answers.summary": "Skrevet kl. 16",
    });
    expect(late.status).toBe(410);
    expect(late.text).toContain("Skrevet kl. 16");
    const refused = await one.ask("PUT", `/nb/applications/${ids[2]}/sections/impact`, {
      revision: 1,
      answers: {},
    });
    expect(refused.json).toMatchObject({
      status: 410,
      deadline: "2024-06-21T14:00:00.000Z",
      receivedAt: "2024-06-21T14:00:00.001Z",
    });
  });

  test("are what the pages show: open all of the last day, closed from its first late millisecond", async () => {
    const visitor = client(system.url);
    const states = async (to: string) => {
      await setClock(to, true);
      const { levels } = Levels.parse((await visitor.ask("GET", "/nb/calls/nic-2024")).json);
      return new Set(levels.map(({ state }) => state));
    };
    expect(await states("2024-06-21T00:00:00.000+02:00")).toEqual(new Set(["open"]));
    expect(await states("2024-06-21T16:00:00.000+02:00")).toEqual(new Set(["open"]));
    expect(await states("2024-06-21T16:00:00.001+02:00")).toEqual(new Set(["closed"]));
  });

  test("mark each draft as expired and write its holder once, however often they run", async () => {
    await setClock("2024-06-21T16:02:00.000+02:00", true);
    for (const at of ["2024-06-21T14:01:00Z", "2024-06-21T15:00:00Z", "2024-06-21T14:01:00Z"])
      expect((await system.invoke("deadline-enforcement", { at })).functionError).toBeUndefined();
    const { applications } = z
      .object({ applications: z.array(z.object({ reference: z.string(), state: z.string() })) })
      .parse((await one.ask("GET", "/nb/my-page")).json);
    const expired = applications.filter(({ state }) => state === "expired");
    expect(expired.length).toBeGreaterThan(0);
    expect(applications.filter(({ state }) => state === "draft")).toEqual([]);
    for (const { reference } of expired) {
      const about = async () =>
        (await system.messages()).filter(({ subject }) => subject.includes(`${reference} ble ikke sendt`));
      await vi.waitFor(async () => expect(await about()).toHaveLength(1), 20_000);
    }
  });
});

test("nothing that went wrong was the service's own doing", () => {
  expect(system.lines.filter((line) => /"level":"ERROR"| 5\d\d /.test(line))).toEqual([]);
});
