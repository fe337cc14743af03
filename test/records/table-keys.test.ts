import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attemptOf } from "#shared/domain/attempt.ts";
import { CallId } from "#shared/domain/call.ts";
import { withInvitation, withJoined } from "#shared/domain/colleague.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { MessageId } from "#shared/domain/message.ts";
import { decideOutage } from "#shared/domain/outage.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { startApplication } from "#shared/records/applications.ts";
import { keepAttempt } from "#shared/records/attempts.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { markDone } from "#shared/records/done.ts";
import { recordEvent } from "#shared/records/events.ts";
import { callKeyOf, callKeysOf } from "#shared/records/index-keys.ts";
import { keepOutage } from "#shared/records/outages.ts";
import { notePresence } from "#shared/records/presence.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { saveSection } from "#shared/records/sections.ts";
import { keepSession, keepSignIn } from "#shared/records/sessions.ts";
import { between, timeSort, upTo } from "#shared/records/sort-keys.ts";
import { keepStaffMember } from "#shared/records/staff.ts";
import { submit } from "#shared/records/submissions.ts";
import { decode, type Table } from "#shared/records/table.ts";
import { kept } from "../support/begun.ts";
import {
  aMessage,
  anApplication,
  anEvent,
  aPerson,
  aRegistration,
  aRegistrationMessage,
  aSection,
  aSession,
  aSubmission,
} from "../support/builders.ts";
import { anInvited, joinedAs, storedColleagues } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";

const application = anApplication({ organisation: "Havbruk Test AS" });
const registration = aRegistration();

/** A colleague who was invited by mail, has joined, and is in a section. */
const inviteOne = async (table: Table): Promise<void> => {
  const line = aPerson({ id: PersonId.parse("line"), email: EmailAddress.parse("line@kollega.example") });
  const invited = anInvited({ email: line.email });
  const before = await storedColleagues(table, application);
  const list = withInvitation(before.list, invited);
  const message = aMessage(application, { id: MessageId.parse("invitation.01.01") });
  const after = { ...before, list };
  await keepColleagues(table, { before, after, event: anEvent(), message, invites: line.email });
  const open = await storedColleagues(table, application);
  const joined = { ...open, list: withJoined(list, joinedAs(invited, line)) };
  await keepColleagues(table, { before: open, after: joined, event: anEvent() });
  const { name, id: personId } = line;
  await notePresence(table, application.id, "applicant", { personId, name, at: invited.invitedAt });
};

const writeOneOfEach = async (table: Table): Promise<void> => {
  const message = aMessage(application);
  await startApplication(table, { application, event: anEvent() });
  await saveSection(table, { application, section: aSection() });
  const submitted = { application: await kept(table, application), event: anEvent(), message };
  await submit(table, { ...submitted, submission: aSubmission(application), reviewed: { applicant: 1 } });
  await keepRegistration(table, { registration, message: aRegistrationMessage(registration) });
  await keepSession(table, "hash", aSession());
  const { expiresAt } = aSession();
  const signIn = {
    verifier: "v",
    nonce: "n",
    browserHash: "b",
    to: "/nb",
    language: "nb",
    expiresAt,
  } as const;
  await keepSignIn(table, "hash", signIn);
  const colleague = { id: PersonId.parse("sub-1"), name: "Sak Saksesen", role: "officer" } as const;
  await keepStaffMember(table, { ...colleague, signedInAt: expiresAt });
  await recordEvent(table, application.callId, anEvent({ what: "applications-listed" }));
  await markDone(table, application.callId, "expire-connect");
  await inviteOne(table);
  const at = instant("2024-06-21T13:40:00.000Z");
  await keepAttempt(table, attemptOf(application, { at, requestId: "JKJaXm=" }, "failed"));
  const times = { from: "2024-06-21T15:30", until: "2024-06-21T15:35", what: "Stans" };
  const call = { id: application.callId, timeZone: "Europe/Oslo" };
  const outage = decideOutage(call, times, { at, person: aPerson() });
  if (outage.ok) await keepOutage(table, outage.value, anEvent({ what: "outage-recorded" }));
};

describe("items", () => {
  test("say what they are under one attribute, and lie where the data model says", async () => {
    const table = await freshTable();
    await writeOneOfEach(table);
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    const places = Items.map((item) => decode(item)).map(({ item, pk, sk }) =>
      `${item}: ${pk} ${sk}`.replace(/#[0-9a-f-]{32,36}$/, "#event-id"),
    );
    const { id, callId, reference } = application;
    const expected = [
      `application: APPLICATION#${id} APPLICATION`,
      `section: APPLICATION#${id} SECTION#applicant`,
      `submission: APPLICATION#${id} SUBMISSION#001`,
      `receipt: APPLICATION#${id} RECEIPT#001`,
      `event: APPLICATION#${id} EVENT#000001`,
      `event: APPLICATION#${id} EVENT#000002`,
      `event: APPLICATION#${id} EVENT#000003`,
      `event: APPLICATION#${id} EVENT#000004`,
      `colleagues: APPLICATION#${id} COLLEAGUES`,
      `access: APPLICATION#${id} PERSON#line`,
      `presence: APPLICATION#${id} PRESENCE#applicant#line`,
      `invited: INVITED#${sha256("line@kollega.example")} INVITED`,
      `message: MESSAGE#invitation.01.01 MESSAGE`,
      `reference: REFERENCE#${reference} REFERENCE`,
      `message: MESSAGE#receipt.${id}.001 MESSAGE`,
      `registration: REGISTRATION#nic-2024-webinar#${registration.id} REGISTRATION`,
      `message: MESSAGE#registration.${registration.id}.0 MESSAGE`,
      "session: SESSION#hash SESSION",
      "sign-in: SIGN-IN#hash SIGN-IN",
      "staff-member: STAFF PERSON#sub-1",
      `attempt: APPLICATION#${id} ATTEMPT#2024-06-21T13:40:00.000Z#JKJaXm=`,
      `outage: CALL#${callId} OUTAGE#2024-06-21T13:30:00.000Z#event-id`,
      `event: CALL#${callId} EVENT#2024-05-14T09:30:00.000Z#event-id`,
      `event: CALL#${callId} EVENT#2024-05-14T09:30:00.000Z#event-id`,
      `done: CALL#${callId} DONE#expire-connect`,
    ];
    expect(places.toSorted()).toEqual(expected.toSorted());
  });

  test("show what staff look for as plain attributes", async () => {
    const table = await freshTable();
    await writeOneOfEach(table);
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    expect(Items.map((item) => decode(item))).toContainEqual(
      expect.objectContaining({
        item: "application",
        reference: application.reference,
        level: "connect",
        state: "submitted",
        organisation: "Havbruk Test AS",
        startedAt: "2024-05-14T09:30:00.000Z",
        submittedAt: "2024-06-20T12:00:00.000Z",
      }),
    );
  });
});

describe("a call's listing", () => {
  const callId = CallId.parse("nic-2024");

  test("is spread evenly over ten partitions, all of which are read", () => {
    const counts = new Map(callKeysOf(callId, "APPLICATIONS").map((key) => [key, 0]));
    expect(counts.size).toBe(10);
    for (let i = 0; i < 5000; i += 1) {
      const key = callKeyOf(callId, "APPLICATIONS", randomUUID());
      counts.set(key, (counts.get(key) ?? Number.NaN) + 1);
    }
    expect(counts.size).toBe(10);
    for (const count of counts.values()) expect(count).toBeGreaterThan(300);
  });
});

describe("time in a sort key", () => {
  const moment = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((at) => instant(at));

  test("sorts as the instants do", () => {
    fc.assert(
      fc.property(moment, moment, fc.uuid(), fc.uuid(), (a, b, one, other) => {
        fc.pre(a.epochMilliseconds < b.epochMilliseconds);
        expect(timeSort(a, one) < timeSort(b, other)).toBe(true);
      }),
    );
  });

  test("ends after all ids of its instant and before the next one's", () => {
    fc.assert(
      fc.property(moment, fc.stringMatching(/^[a-z.0-9-]+$/), (at, id) => {
        expect(timeSort(at, id) <= upTo(at)).toBe(true);
        expect(timeSort(at.add({ milliseconds: 1 }), id) > upTo(at)).toBe(true);
      }),
    );
  });

  test("is within an interval exactly when the instant is, whatever the id", () => {
    fc.assert(
      fc.property(moment, moment, moment, fc.stringMatching(/^[A-Za-z.0-9=_-]+$/), (from, until, at, id) => {
        const [first, last] = between(from, until);
        const sort = timeSort(at, id);
        const time = at.epochMilliseconds;
        expect(first <= sort && sort <= last).toBe(
          from.epochMilliseconds <= time && time <= until.epochMilliseconds,
        );
      }),
    );
  });
});
