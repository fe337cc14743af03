import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { Message } from "#shared/domain/message.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { staffEvents } from "#shared/records/events.ts";
import { keepFeedback } from "#shared/records/feedback.ts";
import { historyOf } from "#shared/records/history.ts";
import { markSent } from "#shared/records/message-tries.ts";
import { messagesOf, messagesOfRegistration } from "#shared/records/messages.ts";
import { lastReconciliation } from "#shared/records/reconciliations.ts";
import { findRegistration, keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { keepWebinar, readWebinar } from "#shared/records/webinars.ts";
import { present, update } from "#shared/records/writes.ts";
import { openRegister } from "#shared/register/register.ts";
import { reconcileNightly } from "../../functions/deadline-enforcement/reconcile.ts";
import { openTerms } from "../../functions/deadline-enforcement/terms.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { anEvent, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { told } from "../support/feedback.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { call } from "./enforcing.ts";
import { keepSubmitted } from "./records.ts";

const json = { accept: "application/json" };
const callId = CallId.parse("nic-2024");
let table: Table;
let ask: (request: Request) => Promise<Told>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table: own, site }) => routes(own, openBucket("files"), site.url));
  staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
});

/** After what the tests have sent. */
const at = "2024-06-20T12:10:00.000Z";
const get = (path: string) => ask({ path, at, cookies: staff, headers: json });
const post = (path: string) => ask({ method: "POST", path, at, cookies: staff, headers: json });

const receiptOf = async (application: Application) => {
  const [receipt] = await messagesOf(table, application.id);
  if (!receipt) throw new Error("no receipt");
  return receipt;
};

const returned = async (message: Message): Promise<void> => {
  await markSent(table, message, { sesId: "ses-1", at: message.owedAt });
  await keepFeedback(table, message.id, told("bounced-for-good", message.owedAt, { because: "NoEmail" }));
};

const registered = async () => {
  const registration = aRegistration();
  const message = aRegistrationMessage(registration);
  await keepRegistration(table, { registration, message });
  return { registration, message };
};

describe("a message that staff look at", () => {
  test("shows what it said, and that somebody looked is noted", async () => {
    const application = await keepSubmitted(table);
    const receipt = await receiptOf(application);
    await returned(receipt);
    const { json: shown } = await get(`/staff/messages/${receipt.id}`);
    expect(shown).toMatchObject({
      state: "bounced",
      subject: expect.stringContaining(application.reference),
    });
    expect(JSON.stringify(shown)).toContain("https://opptak.example/");
    const history = await historyOf(table, application.id);
    expect(history.at(-1)).toMatchObject({ what: "message-viewed", detail: receipt.id });
  });

  test("has no key in it when it has been sent", async () => {
    const { message } = await registered();
    const key = message.content.kind === "registration" ? message.content.key : "";
    await markSent(table, message, { sesId: "ses-1", at: message.owedAt });
    const { json: shown } = await get(`/staff/messages/${message.id}`);
    expect(shown).toMatchObject({ state: "sent" });
    expect(JSON.stringify(shown)).not.toContain(key);
  });

  test("is not there for whoever is not staff, or when there is none", async () => {
    const receipt = await receiptOf(await keepSubmitted(table));
    const applicant = [await signedIn(table)];
    const path = `/staff/messages/${receipt.id}`;
    expect((await ask({ path, cookies: applicant, headers: json })).status).toBe(403);
    expect((await ask({ method: "POST", path, cookies: applicant, headers: json })).status).toBe(403);
    expect((await get("/staff/messages/receipt.00.001")).status).toBe(404);
    expect((await get("/staff/messages/nonsense")).status).toBe(404);
  });
});

describe("sending again", () => {
  test("owes a new message with the same content, once, and notes it", async () => {
    const application = await keepSubmitted(table);
    const receipt = await receiptOf(application);
    await returned(receipt);
    const path = `/staff/messages/${receipt.id}`;
    const answers = await Promise.all([post(path), post(path)]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    const messages = await messagesOf(table, application.id);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ state: "owed", to: receipt.to, content: receipt.content });
    const noted = (await historyOf(table, application.id)).filter(
      ({ what }) => what === "message-sent-again",
    );
    expect(noted).toMatchObject([{ detail: receipt.id, name: "Sak S. Behandler" }]);
    expect((await post(path)).json).toMatchObject({ whyNot: "still-owed" });
    expect(await messagesOf(table, application.id)).toHaveLength(2);
  });

  test("is not done with a message that is owed", async () => {
    const application = await keepSubmitted(table);
    const receipt = await receiptOf(application);
    expect((await post(`/staff/messages/${receipt.id}`)).json).toMatchObject({ whyNot: "still-owed" });
    expect(await messagesOf(table, application.id)).toHaveLength(1);
  });
});

describe("a message with the link to a registration", () => {
  const sent = async () => {
    const { registration, message } = await registered();
    await markSent(table, message, { sesId: "ses-1", at: message.owedAt });
    return { registration, path: `/staff/messages/${message.id}` };
  };
  const again = async ({ webinarId, id }: Registration) =>
    (await messagesOfRegistration(table, webinarId, id))[1]?.content;
  const stored = ({ webinarId, id }: Registration) => findRegistration(table, webinarId, id);

  test("is sent again with a new link that opens it, and the old one does so still", async () => {
    const { registration, path } = await sent();
    expect((await post(path)).status).toBe(201);
    const content = await again(registration);
    if (content?.kind !== "registration") throw new Error("another kind");
    expect((await stored(registration))?.keyHashes).toEqual([...registration.keyHashes, sha256(content.key)]);
    expect((await post(path)).json).toMatchObject({ whyNot: "still-owed" });
  });

  test("says when the webinar is now, also when it said another time", async () => {
    const { registration, path } = await sent();
    const startsAt = instant("2024-05-02T10:00:00.000Z");
    const record = {
      ...(await readWebinar(table, nic2024.call)),
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
    };
    const event = anEvent({ what: "webinar-changed" });
    await keepWebinar(table, { ...record, revision: record.revision + 1 }, event);
    await post(path);
    expect(await again(registration)).toMatchObject({ webinar: { startsAt } });
  });

  test("is not sent again to whoever has cancelled", async () => {
    const { registration, path } = await sent();
    await keepRegistration(table, {
      registration: { ...registration, state: "cancelled", revision: 2 },
      earlier: registration,
    });
    expect((await post(path)).json).toMatchObject({ whyNot: "not-true" });
    expect(await again(registration)).toBeUndefined();
  });
});

test("a registration is shown with its messages, without what its link is known by", async () => {
  const { registration, message } = await registered();
  const path = `/staff/registrations/${registration.webinarId}/${registration.id}`;
  const { json: shown } = await get(path);
  expect(shown).toMatchObject({
    registration: { email: registration.email },
    messages: [{ id: message.id, state: "owed" }],
  });
  for (const hash of registration.keyHashes) expect(JSON.stringify(shown)).not.toContain(hash);
  expect((await staffEvents(table, callId, 5)).map(({ what }) => what)).toEqual(["registration-viewed"]);
  expect((await get(`${path.slice(0, -1)}x`)).status).toBe(404);
});

describe("who has not been reached", () => {
  const reconcileAt = async (at: string) => reconcileNightly(await openTerms(table, [call], instant(at)));

  test("is found each night: what came back at once, what is on its way when it has been for long", async () => {
    const [reached, lost, slow] = [
      await keepSubmitted(table),
      await keepSubmitted(table),
      await keepSubmitted(table),
    ];
    const arrived = await receiptOf(reached);
    await markSent(table, arrived, { sesId: "ses-1", at: arrived.owedAt });
    await keepFeedback(table, arrived.id, told("delivered", arrived.owedAt));
    await returned(await receiptOf(lost));
    await registered();
    await reconcileAt("2024-06-20T12:30:00Z");
    const found = async () => (await lastReconciliation(table, callId))?.items.map(({ id }) => id);
    expect(await found()).toContain(lost.id);
    expect(await found()).not.toContain(slow.id);
    await reconcileAt("2024-06-20T20:30:00Z");
    expect(await found()).not.toContain(slow.id);
    await reconcileAt("2024-06-20T22:01:00Z");
    expect(await found()).toEqual(expect.arrayContaining([lost.id, slow.id]));
    expect(await found()).not.toContain(reached.id);
    const { json: shown } = await get("/staff/calls/nic-2024/undelivered");
    expect(shown).toMatchObject({ count: 3 });
    expect((await get("/staff")).json).toMatchObject({ calls: [{ undelivered: 3 }] });
  });

  test("is nobody once one like it has arrived", async () => {
    const application = await keepSubmitted(table);
    const receipt = await receiptOf(application);
    await returned(receipt);
    await post(`/staff/messages/${receipt.id}`);
    const again = (await messagesOf(table, application.id))[1];
    if (!again) throw new Error("not sent again");
    await keepFeedback(table, again.id, told("delivered", again.owedAt));
    await reconcileAt("2024-06-28T22:01:00Z");
    expect(await lastReconciliation(table, callId)).toMatchObject({ count: 0 });
  });
});

test("the owner is told on My page, with the address, until something arrives", async () => {
  const application = await keepSubmitted(table);
  const receipt = await receiptOf(application);
  const { owner } = application;
  const cookies = [await signedIn(table, { id: owner.id, email: EmailAddress.parse(owner.email) })];
  const own = asking(table, ({ table: its }) =>
    draftRoutes({ table: its, register: openRegister("https://register.example") }),
  );
  const myPage = async () => (await own({ path: "/nb/my-page", cookies, headers: json })).json;
  expect(JSON.stringify(await myPage())).not.toContain("notReached");
  await returned(receipt);
  expect(await myPage()).toMatchObject({ applications: [{ notReached: receipt.to }] });
  await post(`/staff/messages/${receipt.id}`);
  const again = (await messagesOf(table, application.id))[1];
  if (!again) throw new Error("not sent again");
  await keepFeedback(table, again.id, told("delivered", again.owedAt));
  expect(JSON.stringify(await myPage())).not.toContain("notReached");
});

test("a message that cannot be read is a line on the page, and counts as undelivered", async () => {
  const application = await keepSubmitted(table);
  const { registration, message } = await registered();
  const receipt = await receiptOf(application);
  for (const { id } of [receipt, message]) {
    const other = { text: "SET #content = :content", values: { content: { kind: "of-another-time" } } };
    await table.client.send(new UpdateItemCommand(update(table, keys.message(id), other, present)));
  }
  const places = [
    [`/staff/applications/${application.id}`, receipt.id],
    [`/staff/registrations/${registration.webinarId}/${registration.id}`, message.id],
  ] as const;
  for (const [path, id] of places) {
    const page = await ask({ path, at, cookies: staff });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining("Kan ikke leses")]);
    expect(page.text).toContain(id);
    expect((await get(path)).json).toMatchObject({ messages: [], unreadable: [id] });
  }
  await reconcileNightly(await openTerms(table, [call], instant("2024-06-20T22:01:00Z")));
  expect(await lastReconciliation(table, callId)).toMatchObject({
    count: 2,
    items: [
      { about: "submission", state: "unreadable" },
      { about: "registration", state: "unreadable" },
    ],
  });
});
