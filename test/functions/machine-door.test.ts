import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationIn } from "#shared/records/application-item.ts";
import { beginDeletion, finishDeletion } from "#shared/records/deletions.ts";
import { staffEvents } from "#shared/records/events.ts";
import { countRecords } from "#shared/records/numbers.ts";
import { readMany } from "#shared/records/reads.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { deleteRegistrations } from "#shared/records/registrations-deleted.ts";
import { submit } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { thoseThatFit } from "../../functions/machine-door/follow.ts";
import { routes } from "../../functions/machine-door/routes.ts";
import { ApplicationPage, RegistrationPage } from "../../functions/machine-door/shapes.ts";
import { applicantAt, submissionOf } from "../records/applicant.ts";
import { hear, world } from "../records/counted-world.ts";
import { begin } from "../support/begun.ts";
import { anEvent, aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const callId = CallId.parse("nic-2024");
const tokenUrl = "https://opptak.auth.example/oauth2/token";
const at = "2024-06-22T08:00:00.000Z";
const of = "/api/v1/calls/nic-2024";

let table: Table;
let ask: (request: Request) => Promise<Told>;
const askIn = (one: Table) => asking(one, (around) => routes(around, tokenUrl));
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = askIn(table);
});

const fetched = (path: string, headers: Record<string, string> = {}): Promise<Told> =>
  ask({ path, at, machine: "sak", headers: { accept: "*/*", ...headers } });

const count = (...records: readonly (Application | Registration)[]): Promise<void> =>
  countRecords(
    table,
    records.map((one) =>
      "webinarId" in one ? keys.registration(one.webinarId, one.id) : keys.application(one.id),
    ),
    instant("2024-06-21T14:00:00Z"),
  );

const follow = async (path: string) => ApplicationPage.parse((await fetched(path)).json);
const idsOf = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
  items.map(({ id }) => id);
const pathOf = (address: string) => address.replace("https://opptak.example", "");

describe("an application", () => {
  test("that was sent comes with what was sent, and its files without where they lie", async () => {
    const sent = await keepSubmitted(table);
    await count(sent);
    const told = await fetched(`${of}/applications`);
    expect([told.status, told.headers["content-type"], told.headers["cache-control"]]).toEqual([
      200,
      "application/json",
      "no-store",
    ]);
    const { items } = ApplicationPage.parse(told.json);
    expect(items).toMatchObject([
      {
        ...{ id: sent.id, reference: sent.reference, call: callId, level: "connect", state: "submitted" },
        ...{ organisation: "Eksempelklyngen SA", revision: sent.revision },
        submission: {
          ...{ number: 1, receivedAt: instant("2024-06-20T12:00:00Z"), formVersion: 1 },
          answers: { applicant: { organisation: "Eksempelklyngen SA" } },
          files: expect.arrayContaining([expect.objectContaining({ name: expect.stringMatching(/\.pdf$/) })]),
        },
      },
    ]);
    expect(told.text).not.toMatch(/"key"|"version"|drafts\/|kari@eksempel|Kari Testesen/);
  });

  test("that is a draft comes without a word of its answers, as does one that was taken back", async () => {
    const draft = await keepDraft(table);
    const applicant = applicantAt(table);
    const sent = await keepSubmitted(table);
    await applicant.takeBack(sent);
    await count(draft, sent);
    const { text, json } = await fetched(`${of}/applications`);
    expect(text).not.toMatch(/Hemmelig|answers|submission|files/);
    const { items } = ApplicationPage.parse(json);
    expect(items).toMatchObject([
      { id: draft.id, state: "draft" },
      { id: sent.id, state: "withdrawn", withdrawnAt: expect.anything() },
    ]);
  });

  test("that is deleted, or being deleted, is gone", async () => {
    const [one, other] = [await keepDraft(table), await keepDraft(table)];
    for (const draft of [one, other])
      await beginDeletion(table, draft, anEvent({ what: "application-deleted" }));
    await finishDeletion(table, other);
    await count(one, other);
    const before = await follow(`${of}/applications`);
    expect(before.items).toEqual([]);
    const third = await keepDraft(table);
    await count(third);
    const { next } = await follow(`${of}/applications`);
    await beginDeletion(table, third, anEvent({ what: "application-deleted" }));
    await count(third);
    expect((await follow(pathOf(next))).items).toEqual([{ id: third.id, gone: true }]);
  });

  test("that has changed since the change was numbered comes with its next change, and once", async () => {
    const draft = await keepDraft(table);
    await count(draft);
    await applicantAt(table).send(draft, {});
    const early = await follow(`${of}/applications`);
    expect(early).toMatchObject({ items: [], more: false });
    await count(draft);
    const late = await follow(pathOf(early.next));
    expect(late.items).toMatchObject([{ id: draft.id, state: "submitted", revision: 1 + draft.revision }]);
    expect((await follow(pathOf(late.next))).items).toEqual([]);
  });
});

test("a registration comes as staff export it, without what opens it, and is gone when it is deleted", async () => {
  const registration = aRegistration({ keyHashes: ["a".repeat(64)] });
  await keepRegistration(table, { registration, needs: "Tegnspråktolk" });
  await count(registration);
  const { json, text } = await fetched(`${of}/registrations`);
  const { keyHashes, ...rest } = registration;
  expect(RegistrationPage.parse(json).items).toEqual([rest]);
  expect(text).not.toMatch(/keyHash|aaaa|Tegnspråktolk|needs/);
  await deleteRegistrations(table, callId);
  await count(registration);
  const { next } = RegistrationPage.parse(json);
  expect((await fetched(pathOf(next))).json).toMatchObject({ items: [{ id: registration.id, gone: true }] });
});

describe("pages", () => {
  test("follow one another in the order of the changes, each with the whole address of the next", async () => {
    const drafts = await Promise.all([1, 2, 3, 4, 5].map(() => keepDraft(table)));
    for (const draft of drafts) await count(draft);
    const first = await follow(`${of}/applications?limit=2`);
    expect([idsOf(first), first.more]).toEqual([idsOf({ items: drafts.slice(0, 2) }), true]);
    expect(first.next).toMatch(
      /^https:\/\/opptak\.example\/api\/v1\/calls\/nic-2024\/applications\?after=[\w-]+&limit=2$/,
    );
    const second = await follow(pathOf(first.next));
    const third = await follow(pathOf(second.next));
    expect([...idsOf(second), ...idsOf(third), third.more]).toEqual([
      ...drafts.slice(2).map(({ id }) => id),
      false,
    ]);
    const last = await follow(pathOf(third.next));
    expect(last).toEqual({ items: [], next: third.next, more: false });
  });

  test("begin at what has changed at an instant or later", async () => {
    const [early, late] = [await keepDraft(table), await keepDraft(table)];
    await count(early);
    await countRecords(table, [keys.application(late.id)], instant("2024-06-22T07:00:00Z"));
    const since = (time: string) => follow(`${of}/applications?changedSince=${time}`);
    expect(idsOf(await since("2024-06-21T14:00:00.000Z"))).toEqual([early.id, late.id]);
    expect(idsOf(await since("2024-06-21T14:00:01.000Z"))).toEqual([late.id]);
    const nothing = await since("2024-06-22T07:00:01.000Z");
    expect(nothing.items).toEqual([]);
    await countRecords(table, [keys.application((await keepDraft(table)).id)], instant(at));
    expect((await follow(pathOf(nothing.next))).items).toHaveLength(1);
  });

  test("of large applications are fewer, and leave none out", async () => {
    const answers = { cohesion: { text: "x".repeat(300_000) } };
    const large = async (): Promise<Application> => {
      const application = await begin(table);
      const { submission, ...rest } = submissionOf(application, {});
      await submit(table, { ...rest, submission: { ...submission, answers } });
      return application;
    };
    const all = await Promise.all(Array.from({ length: 15 }, large));
    for (const one of all) await count(one);
    const first = await follow(`${of}/applications?limit=14`);
    expect([first.items.length, first.more]).toEqual([13, true]);
    const second = await follow(pathOf(first.next));
    expect([...idsOf(first), ...idsOf(second), second.more]).toEqual([...idsOf({ items: all }), false]);
  });

  test("hold no more than Lambda passes on, and never less than the first", () => {
    const given = (number: number, bytes: number) => ({ number, item: { text: "x".repeat(bytes - 11) } });
    const sizes = [300, 300, 300, 200].map((bytes, i) => given(i, bytes));
    expect(thoseThatFit(sizes, 900)).toHaveLength(3);
    expect(thoseThatFit(sizes, 899)).toHaveLength(2);
    expect(thoseThatFit(sizes, 10_000)).toHaveLength(4);
  });
});

/** What happens, what the stream tells of in between, and whether a case system comes by. */
const step = fc.tuple(
  fc.tuple(fc.constantFrom("start", "send", "send", "takeBack", "delete"), fc.nat(2)),
  fc.option(fc.record({ hear: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }), twice: fc.boolean() })),
  fc.boolean(),
);

test("whoever follows has every record as it is in the end, and gets no revision twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (happening) => {
      const around = await world();
      const { table: itsTable, deeds, all, count: countAll } = around;
      const askHere = askIn(itsTable);
      const has = new Map<string, { revision?: number; gone?: boolean }>();
      let path = `${of}/applications?limit=2`;
      const catchUp = async () => {
        for (let more = true; more; ) {
          const { json } = await askHere({ path, at, machine: "sak" });
          const page = ApplicationPage.parse(json);
          for (const item of page.items) {
            if ("revision" in item) expect(item.revision).not.toBe(has.get(item.id)?.revision);
            has.set(item.id, item);
          }
          ({ more } = page);
          path = pathOf(page.next);
        }
      };
      for (const [[what, n], heard, isFollowed] of happening) {
        await deeds[what](n);
        await Promise.all([hear(around, heard), isFollowed ? catchUp() : undefined]);
      }
      await countAll(all());
      await catchUp();
      const there = [...has].filter(([, { gone }]) => !gone).map(([id, { revision }]) => [id, revision]);
      const stored = (await readMany(itsTable, all())).filter(({ item }) => item === "application");
      const now = stored
        .flatMap((item) => applicationIn(item) ?? [])
        .map(({ id, revision }) => [id, revision]);
      expect(there.toSorted()).toEqual(now.toSorted());
    }),
    { numRuns: 12 },
  );
});

describe("a program that asks", () => {
  test.for([
    ["limit", "limit=0"],
    ["limit", "limit=101"],
    ["limit", "limit=two"],
    ["limit", "limit="],
    ["changedSince", "changedSince=yesterday"],
    ["changedSince", "changedSince=2024-06-21"],
    ["changedSince", "changedSince=2024-06-21T14:00:00%2B02:00"],
    ["after", "after=42"],
    ["after", `after=${Buffer.from("registration nic-2024 1").toString("base64url")}`],
    ["after", `after=${Buffer.from("application nic-2025 1").toString("base64url")}`],
    ["after", `after=${Buffer.from("application nic-2024 -1").toString("base64url")}`],
    [
      "changedSince",
      `changedSince=${at}&after=${Buffer.from("application nic-2024 1").toString("base64url")}`,
    ],
    ["offset", "offset=3"],
  ] as const)("is told that it is %s that is wrong in ?%s", async ([parameter, query]) => {
    const told = await fetched(`${of}/applications?${query}`, { "accept-language": "nn" });
    expect([told.status, told.headers["content-type"]]).toEqual([400, "application/problem+json"]);
    expect(told.json).toMatchObject({
      ...{ type: "/problems/bad-parameter", status: 400, parameter },
      title: `Parameteren «${parameter}» kan ikkje brukast slik`,
    });
  });

  test("for a call that is not there is told so as a problem, whatever it accepts", async () => {
    for (const accept of ["*/*", "text/html", "application/json"]) {
      const told = await fetched("/api/v1/calls/nic-2099/applications", { accept });
      expect([told.status, told.headers["content-type"]]).toEqual([404, "application/problem+json"]);
      expect(told.json).toMatchObject({ type: "/problems/not-found" });
    }
  });

  test("gets nothing where the gateway has found no good token, and the log says that something is wrong", async () => {
    await count(await keepSubmitted(table));
    const told = await ask({ path: `${of}/applications`, at });
    expect([told.status, told.json]).toEqual([500, expect.objectContaining({ type: "about:blank" })]);
    expect(process.stdout.write).toHaveBeenCalledWith(expect.stringContaining('"code":"failed"'));
  });
});

test("every look is an event with the client that looked, and that nothing had changed is none", async () => {
  await count(await keepSubmitted(table));
  const { next } = await follow(`${of}/applications`);
  await follow(pathOf(next));
  await fetched(`${of}/applications?limit=0`);
  expect(await staffEvents(table, callId)).toMatchObject([
    { what: "applications-fetched", who: "machine: sak", detail: "1 after=0", at: instant(at) },
  ]);
  const registration = aRegistration();
  await keepRegistration(table, { registration });
  await count(registration);
  await fetched(`${of}/registrations?limit=1`);
  expect((await staffEvents(table, callId)).map(({ what }) => what).toSorted()).toEqual([
    "applications-fetched",
    "registrations-fetched",
  ]);
});
