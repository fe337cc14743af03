import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Application, ApplicationId } from "#shared/domain/application.ts";
import {
  ColleagueId,
  handedOver,
  withInvitation,
  withMay,
  withoutColleague,
} from "#shared/domain/colleague.ts";
import { owe } from "#shared/domain/message.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOf } from "#shared/records/applications.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { accessesOf, findAccess, readColleagues } from "#shared/records/colleagues.ts";
import { historyOf } from "#shared/records/history.ts";
import { markSent } from "#shared/records/message-tries.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { openApplication } from "#shared/records/own-application.ts";
import { readSection, saveSection } from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import { TooBusy } from "#shared/records/table.ts";
import { anEvent, aPerson, aSection } from "../support/builders.ts";
import { anInvited, join, storedColleagues } from "../support/colleagues.ts";
import { cancelled, freshTable, withObstacle } from "../support/dynamodb.ts";
import { applicantAt, submissionOf } from "./applicant.ts";

const table = await freshTable();
const { start, stored } = applicantAt(table);

const somebody = (name: string) =>
  aPerson({
    id: PersonId.parse(`${name}-${randomUUID()}`),
    name,
    email: EmailAddress.parse(`${name}@kollega.example`),
  });
const owner = aPerson();

const invitationOf = (
  application: Application,
  invited: ReturnType<typeof anInvited>,
  number = "001",
  at = invited.invitedAt,
) =>
  owe(
    {
      id: `invitation.${application.id}.${invited.id}.${number}`,
      to: invited.email,
      language: "nb",
      content: {
        kind: "invitation",
        callId: application.callId,
        applicationId: application.id,
        colleagueId: invited.id,
        invitedBy: "Kari",
        name: "",
        level: application.level,
        may: invited.may,
        expiresAt: invited.expiresAt,
        key: "the-key",
      },
    },
    at,
  );

const inviteTo = async (application: Application, invited = anInvited(), at = invited.invitedAt) => {
  const before = await storedColleagues(table, application);
  const list = withInvitation(before.list, invited);
  const number = String(list.mailed).padStart(3, "0");
  return keepColleagues(table, {
    before,
    after: { ...before, list },
    event: anEvent({ what: "colleague-invited", at }),
    message: invitationOf(application, invited, number, at),
    invites: invited.email,
  });
};

const remove = async (application: Application, id: ColleagueId) => {
  const before = await storedColleagues(table, application);
  const gone = before.list.colleagues.find((one) => one.id === id);
  if (!gone) throw new Error("There is no such colleague");
  const after = { ...before, list: withoutColleague(before.list, gone) };
  return keepColleagues(table, { before, after, event: anEvent({ what: "colleague-removed" }) });
};

/** What lets people in must always be just those who have joined, as they may. */
const isInLine = async (application: Application, ...people: readonly { readonly id: PersonId }[]) => {
  const { application: now, list } = await storedColleagues(table, application);
  const joined = list.colleagues.flatMap((one) => (one.state === "joined" ? [[one.person.id, one.may]] : []));
  const accesses = await Promise.all(people.map(({ id }) => findAccess(table, application.id, id)));
  const found = accesses.flatMap((one) => (one ? [[one.personId, one.may]] : []));
  expect(found.toSorted()).toEqual(joined.toSorted());
  expect(now.colleagues ?? 0).toBe(joined.length);
};

describe("an application's colleagues", () => {
  test("are none at first", async () => {
    const application = await start();
    expect(await readColleagues(table, application.id)).toEqual({ revision: 0, mailed: 0, colleagues: [] });
  });

  test("are found again as they were kept, with the event and the mail", async () => {
    const application = await start();
    const invited = anInvited();
    expect(await inviteTo(application, invited)).toBe("kept");
    expect(await readColleagues(table, application.id)).toEqual({
      revision: 1,
      mailed: 1,
      colleagues: [invited],
    });
    expect((await historyOf(table, application.id)).map(({ what }) => what)).toContain("colleague-invited");
    expect(await messagesOf(table, application.id)).toMatchObject([{ to: invited.email }]);
  });

  test("are let in when they have joined, and find what is shared with them", async () => {
    const application = await start();
    const line = somebody("line");
    await join(table, application, line, "read");
    expect(await findAccess(table, application.id, line.id)).toMatchObject({ may: "read" });
    expect(await accessesOf(table, line.id)).toMatchObject([{ applicationId: application.id }]);
    expect(await applicationsOf(table, line.id)).toEqual([]);
    expect(await stored(application)).toMatchObject({
      id: application.id,
      owner: application.owner,
      colleagues: 1,
    });
    await isInLine(application, line);
  });

  test("changed and removed are so at once, everywhere", async () => {
    const application = await start();
    const [line, per] = [somebody("line"), somebody("per")];
    const joined = await join(table, application, line, "read");
    await join(table, application, per);
    const before = await storedColleagues(table, application);
    const after = { ...before, list: withMay(before.list, joined, "edit") };
    expect(await keepColleagues(table, { before, after, event: anEvent() })).toBe("kept");
    expect(await findAccess(table, application.id, line.id)).toMatchObject({ may: "edit" });
    await isInLine(application, line, per);
    expect(await remove(application, joined.id)).toBe("kept");
    expect(await findAccess(table, application.id, line.id)).toBeUndefined();
    expect(await accessesOf(table, line.id)).toEqual([]);
    await isInLine(application, line, per);
  });

  test("of twenty invitations at once the list knows every one that was mailed", async () => {
    const application = await start();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => inviteTo(application)));
    const list = await readColleagues(table, application.id);
    const kept = outcomes.filter((outcome) => outcome === "kept").length;
    expect(kept).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(kept < 20 ? ["kept", "changed"] : ["kept"]));
    expect([list.mailed, list.colleagues.length]).toEqual([kept, kept]);
    expect(await messagesOf(table, application.id)).toHaveLength(kept);
  });

  test("are kept all or none when others are in the way", async () => {
    const application = await start();
    const line = somebody("line");
    const joined = await join(table, application, line);
    const before = await storedColleagues(table, application);
    const after = { ...before, list: withoutColleague(before.list, joined) };
    const always = () => cancelled("TransactionConflict", "None", "None", "None");
    const { table: hindered } = withObstacle(table, "refuse", always);
    await expect(keepColleagues(hindered, { before, after, event: anEvent() })).rejects.toThrow(TooBusy);
    await isInLine(application, line);
  });
});

describe("an address", () => {
  test("gets one invitation an hour from all applications together, however it is typed", async () => {
    const [one, other] = [await start(), await start()];
    const email = EmailAddress.parse(`Mange-${randomUUID()}@Kollega.Example`);
    const at = instant("2024-05-14T09:30:00.000Z");
    expect(await inviteTo(one, anInvited({ email }), at)).toBe("kept");
    const again = () => anInvited({ email: EmailAddress.parse(email.toUpperCase()) });
    expect(await inviteTo(other, again(), at.add({ milliseconds: 3_599_999 }))).toBe("too-soon");
    expect(await readColleagues(table, other.id)).toMatchObject({ mailed: 0 });
    expect(await messagesOf(table, other.id)).toEqual([]);
    expect(await inviteTo(other, again(), at.add({ hours: 1 }))).toBe("kept");
  });

  test("has its key in the mail alone once that is sent", async () => {
    const application = await start();
    const invited = anInvited();
    await inviteTo(application, invited);
    const [message] = await messagesOf(table, application.id);
    expect(message?.content).toMatchObject({ key: "the-key" });
    if (message) await markSent(table, message, { sesId: "1", at: message.owedAt });
    expect(JSON.stringify(await messagesOf(table, application.id))).not.toContain("the-key");
  });
});

describe("a colleague who saves", () => {
  const saveAs = (application: Application, colleague: PersonId | undefined, revision = 1) =>
    saveSection(table, { application, section: aSection({ revision, answers: { revision } }), colleague });

  test("may when they may write", async () => {
    const application = await start();
    const line = somebody("line");
    await join(table, application, line);
    expect(await saveAs(application, line.id)).toMatchObject({ outcome: "saved" });
  });

  test("may not when they were removed, or made a reader, since the application was read", async () => {
    const application = await start();
    const line = somebody("line");
    const joined = await join(table, application, line);
    const read = await storedColleagues(table, application);
    const after = { ...read, list: withMay(read.list, joined, "read") };
    await keepColleagues(table, { before: read, after, event: anEvent() });
    expect(await saveAs(read.application, line.id)).toEqual({ outcome: "access-changed" });
    await remove(application, joined.id);
    expect(await saveAs(read.application, line.id)).toEqual({ outcome: "access-changed" });
    expect(await saveAs(application, somebody("stranger").id)).toEqual({ outcome: "access-changed" });
    expect(await readSection(table, application.id, "applicant")).toBeUndefined();
  });

  test("is told of a conflict as the owner is", async () => {
    const application = await start();
    const line = somebody("line");
    await join(table, application, line);
    await saveAs(application, undefined);
    const section = aSection({ answers: { organisation: "Line sin" } });
    const theirs = { revision: 1, answers: { revision: 1 } };
    expect(await saveSection(table, { application, section, colleague: line.id })).toMatchObject({
      outcome: "conflict",
      theirs,
    });
  });
});

describe("an application handed over", () => {
  const handOverTo = async (application: Application, person = somebody("line")) => {
    const to = await join(table, application, person);
    const before = await storedColleagues(table, application);
    const id = ColleagueId.parse(randomUUID());
    const after = handedOver(before.application, before.list, { to, from: owner, id, at: to.joinedAt });
    const outcome = await keepColleagues(table, {
      before,
      after,
      event: anEvent({ what: "ownership-handed-over" }),
    });
    return { outcome, before, person };
  };

  test("is the new owner's and listed as theirs, and the old owner may write in it", async () => {
    const own = aPerson({ id: PersonId.parse(randomUUID()) });
    const application = await start({ owner: { id: own.id, name: own.name, email: own.email } });
    const to = await join(table, application, somebody("line"));
    const before = await storedColleagues(table, application);
    const id = ColleagueId.parse(randomUUID());
    const after = handedOver(before.application, before.list, { to, from: own, id, at: to.joinedAt });
    expect(await keepColleagues(table, { before, after, event: anEvent() })).toBe("kept");
    expect(await applicationsOf(table, own.id)).toEqual([]);
    expect((await applicationsOf(table, to.person.id)).map((one) => one.id)).toEqual([application.id]);
    expect(await accessesOf(table, own.id)).toMatchObject([{ applicationId: application.id, may: "edit" }]);
    expect(await accessesOf(table, to.person.id)).toEqual([]);
    await isInLine(application, own, to.person);
  });

  test("is not sent or saved by who was the owner when it was read", async () => {
    const application = await start();
    const { before } = await handOverTo(application);
    expect(await submit(table, submissionOf(before.application, {}))).toBe("changed");
    const saving = await saveSection(table, { application: before.application, section: aSection() });
    expect(saving).toEqual({ outcome: "access-changed" });
    expect(await saveSection(table, { application, section: aSection(), colleague: owner.id })).toMatchObject(
      { outcome: "saved" },
    );
  });

  test("is not handed over when it was sent meanwhile, and then can be", async () => {
    const application = await start();
    const to = await join(table, application, somebody("line"));
    const before = await storedColleagues(table, application);
    await submit(table, submissionOf(before.application, {}));
    const id = ColleagueId.parse(randomUUID());
    const after = handedOver(before.application, before.list, { to, from: owner, id, at: to.joinedAt });
    expect(await keepColleagues(table, { before, after, event: anEvent() })).toBe("changed");
    expect(await stored(application)).toMatchObject({ state: "submitted", owner: { id: owner.id } });
    expect((await handOverTo(application)).outcome).toBe("kept");
    expect(await stored(application)).toMatchObject({ state: "submitted", submissions: 1 });
  });
});

describe("who opens an application", () => {
  const open = (id: string, person: PersonId, deed: "see" | "write" | "decide" = "see") =>
    openApplication(table, id, person, deed);

  test("is let in as owner, as colleague or not at all", async () => {
    const application = await start();
    const [writer, reader, stranger] = [somebody("writer"), somebody("reader"), somebody("stranger")];
    await join(table, application, writer, "edit");
    await join(table, application, reader, "read");
    const mayDo = async (person: PersonId) =>
      Promise.all(
        (["see", "write", "decide"] as const).map(async (deed) => {
          const opened = await open(application.id, person, deed);
          return opened.ok ? opened.value.may : opened.refusal.reason;
        }),
      );
    expect(await mayDo(owner.id)).toEqual(["own", "own", "own"]);
    expect(await mayDo(writer.id)).toEqual(["edit", "edit", "not-yours-to-do"]);
    expect(await mayDo(reader.id)).toEqual(["read", "not-yours-to-do", "not-yours-to-do"]);
    expect(await mayDo(stranger.id)).toEqual(["not-found", "not-found", "not-found"]);
    expect((await open("nothing", owner.id)).ok).toBe(false);
    expect((await open(ApplicationId.parse(randomUUID()), owner.id)).ok).toBe(false);
  });

  test("costs the owner two reads at once and a colleague one more", async () => {
    const application = await start();
    const writer = somebody("writer");
    await join(table, application, writer);
    const counted = withObstacle(table, "refuse", () => undefined);
    await openApplication(counted.table, application.id, owner.id, "write");
    expect(counted.requests()).toBe(2);
    await openApplication(counted.table, application.id, writer.id, "write");
    expect(counted.requests()).toBe(5);
  });
});
