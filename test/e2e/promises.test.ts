// What others have broken and this service promises to keep. Each test is named after its promise.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Runtime } from "../../local/runtime.ts";
import { completeDraft } from "../support/answers.ts";
import { aPdf } from "../support/documents.ts";
import { askToAttach, attach, checkedFiles } from "./attach.ts";
import { type Client, filledIn, reviewed, signIn, staff, startSystem } from "./road.ts";

let system: Runtime;
let one: Client;
beforeAll(async () => {
  system = await startSystem();
  one = await signIn(system.url);
}, 120_000);
afterAll(() => system?.stop());

const Started = z.object({ id: z.string() });
const start = async (level = "connect", more: object = {}) =>
  Started.parse((await one.ask("POST", "/nb/calls/nic-2024/applications", { level, ...more })).json).id;
const save = (id: string, section: string, revision: number, answers: object) =>
  one.ask("PUT", `/nb/applications/${id}/sections/${section}`, { revision, answers });
const answersOf = async (id: string, section: string) =>
  z
    .object({ answers: z.record(z.string(), z.unknown()) })
    .parse((await one.ask("GET", `/nb/applications/${id}/sections/${section}`)).json).answers;

describe("a draft", () => {
  test("is never overwritten from another window: the later save is refused and both texts are there", async () => {
    const id = await start();
    await save(id, "cluster", 0, { name: "Første vindu" });
    const refused = await save(id, "cluster", 0, { name: "Andre vindu" });
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ theirs: { answers: { name: "Første vindu" } } });
    expect(await answersOf(id, "cluster")).toMatchObject({ name: "Første vindu" });
  });

  test("is saved part by part: saving one replaces nothing of another", async () => {
    const id = await start();
    await save(id, "cluster", 0, { name: "Klyngen" });
    await Promise.all([
      save(id, "cohesion", 0, { lead: "Bedriftene" }),
      save(id, "applicant", 0, { organisation: "Søkeren" }),
    ]);
    expect(await answersOf(id, "cluster")).toMatchObject({ name: "Klyngen" });
    expect(await answersOf(id, "cohesion")).toMatchObject({ lead: "Bedriftene" });
  });

  test("can be saved with everything missing and anything wrong, and is not sent for it", async () => {
    const id = await start();
    expect((await save(id, "applicant", 0, {})).status).toBe(200);
    expect((await save(id, "applicant", 1, { email: "ikke en adresse", phone: "x" })).status).toBe(200);
    const { sending } = await reviewed(one, id);
    expect((await one.ask("POST", `/nb/applications/${id}/submission`, sending)).status).toBe(422);
    expect((await one.ask("GET", `/nb/applications/${id}`)).json).toMatchObject({ state: "draft" });
  });

  test("is begun once however often the page is reloaded or the button pressed", async () => {
    const id = randomUUID();
    const begun = await Promise.all(Array.from({ length: 5 }, () => start("explore", { id })));
    expect(new Set(begun)).toEqual(new Set([id]));
    const mine = await one.ask("GET", "/nb/my-page");
    expect(mine.text.split(id).length - 1).toBe(1);
  });

  test("comes back whole: no list, choice, table or text is lost on reload", async () => {
    const id = await start();
    for (const [section, answers] of Object.entries(completeDraft("connect"))) {
      if (section === "attachments") continue;
      await save(id, section, 0, answers);
      expect(await answersOf(id, section)).toMatchObject(answers);
    }
  });
});

describe("a submission", () => {
  test("is judged on what is stored, not on an old page that the back button brought", async () => {
    const id = await filledIn(one, "connect");
    const old = await reviewed(one, id);
    await save(id, "cluster", 1, {});
    const refused = await one.ask("POST", `/nb/applications/${id}/submission`, old.sending);
    expect(refused.status).toBe(409);
    const now = await reviewed(one, id);
    expect((await one.ask("POST", `/nb/applications/${id}/submission`, now.sending)).status).toBe(422);
  });

  test("has only files that are checked, and takes no more when it is sent", async () => {
    const id = await filledIn(one, "connect");
    await fetch(`${system.url}/local/scans`, { method: "POST", body: new URLSearchParams({ wait: "true" }) });
    await attach(one, id, { field: "letters", name: "sent.pdf", bytes: aPdf("sent") });
    const waiting = await reviewed(one, id);
    expect(JSON.stringify(waiting.problems)).toContain("/attachments/letters");
    expect((await one.ask("POST", `/nb/applications/${id}/submission`, waiting.sending)).status).toBe(422);
    await fetch(`${system.url}/local/scans`, {
      method: "POST",
      body: new URLSearchParams({ wait: "false" }),
    });
    await checkedFiles(one, id);
    const { sending } = await reviewed(one, id);
    expect((await one.ask("POST", `/nb/applications/${id}/submission`, sending)).status).toBe(201);
    const late = await askToAttach(one, id, { field: "letters", name: "etter.pdf", bytes: aPdf("late") });
    expect(late.status).toBe(409);
    expect(late.json).toMatchObject({ type: "/problems/already-submitted" });
  });
});

describe("a resubmission never un-submits", () => {
  const Counted = z.object({ number: z.number(), counts: z.boolean() });
  const Exported = z.object({
    items: z.array(z.looseObject({ reference: z.string(), cluster: z.string(), submissions: z.number() })),
  });

  /** What the applicant, staff and an export say counts of an application. */
  const whatCounts = async (officer: Client, id: string, reference: string) => {
    const mine = await one.ask("GET", `/nb/applications/${id}`);
    const receipt = await one.ask("GET", `/nb/applications/${id}/receipt`);
    const theirs = await officer.ask("GET", `/staff/applications/${id}`);
    const file = await officer.ask("GET", "/staff/calls/nic-2024/applications.json?lang=nb");
    const { items } = Exported.parse(file.json);
    const { state, submissions } = z
      .object({ state: z.string(), submissions: z.array(Counted) })
      .parse(mine.json);
    const row = items.find((item) => item.reference === reference);
    return {
      state,
      mine: submissions.filter(({ counts }) => counts).map(({ number }) => number),
      receipt: Counted.parse(receipt.json),
      theirs: z
        .object({ submissions: z.array(Counted) })
        .parse(theirs.json)
        .submissions.filter(({ counts }) => counts)
        .map(({ number }) => number),
      exported: [row?.submissions, row?.cluster, JSON.stringify(row).includes("Nytt klyngenavn")],
    };
  };
  const counting = (number: number, cluster: string) => ({
    state: "submitted",
    mine: [number],
    receipt: { number, counts: true },
    theirs: [number],
    exported: [number, cluster, number === 2],
  });

  test("number 1 counts through a change that cannot be sent, until number 2 is accepted", async () => {
    const officer = await signIn(system.url, staff[0]);
    const id = await filledIn(one, "connect");
    const send = async () =>
      one.ask("POST", `/nb/applications/${id}/submission`, (await reviewed(one, id)).sending);
    const { reference } = z.object({ reference: z.string() }).parse((await send()).json);
    expect(await whatCounts(officer, id, reference)).toEqual(counting(1, "Eksempelklyngen"));

    expect((await one.ask("POST", `/nb/applications/${id}/change`, {})).status).toBe(200);
    expect((await save(id, "cluster", 1, { name: "Nytt klyngenavn" })).status).toBe(200);
    expect((await send()).status).toBe(422);
    expect(await whatCounts(officer, id, reference)).toEqual(counting(1, "Eksempelklyngen"));
    expect((await one.page(`/nb/applications/${id}/review`)).text).toContain("Innsending 1, sendt");

    const cluster = { ...completeDraft("connect")["cluster"], name: "Nytt klyngenavn" };
    expect((await save(id, "cluster", 2, cluster)).status).toBe(200);
    const again = await send();
    expect([again.status, again.json]).toMatchObject([201, { number: 2, reference }]);
    expect(await whatCounts(officer, id, reference)).toEqual(counting(2, "Nytt klyngenavn"));
    await vi.waitFor(async () => {
      const mails = (await system.messages()).filter(({ subject }) => subject.includes(reference));
      expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
        `Kvittering for søknad ${reference}`,
        `Kvittering for søknad ${reference}, innsending 2`,
      ]);
    }, 20_000);
  }, 120_000);
});

describe("an invitation", () => {
  const invite = (id: string, email: string) =>
    one.ask("POST", `/nb/applications/${id}/colleagues`, { email, may: "read" });

  test("finds one person however the address is written", async () => {
    const id = await start();
    expect((await invite(id, "Kari.Prove@Inviterte.example")).status).toBeLessThan(300);
    expect((await invite(id, "kari.prove@inviterte.EXAMPLE")).status).toBeGreaterThanOrEqual(400);
  });

  test("carries no words of the inviter's as a link, and cannot be used to fill strangers' inboxes", async () => {
    const id = await start();
    await save(id, "cluster", 0, { name: "Vinn nå https://felle.example <a href='x'>her</a>" });
    const to = "fremmed@inviterte.example";
    await invite(id, to);
    await vi.waitFor(async () => {
      const mails = (await system.messages()).filter((mail) => mail.to.includes(to));
      expect(mails).toHaveLength(1);
      expect(mails[0]?.html).not.toMatch(/href=["']?(https:\/\/felle|x)/);
    }, 20_000);
    const another = await start();
    await invite(another, to);
    const statuses: number[] = [];
    for (let i = 0; i < 14; i += 1) statuses.push((await invite(id, `nr${i}@inviterte.example`)).status);
    expect(statuses.some((status) => status >= 400)).toBe(true);
    expect((await system.messages()).filter((mail) => mail.to.includes(to))).toHaveLength(1);
  });
});
