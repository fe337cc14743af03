import { ScanCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { handedOver, joinedIn, withoutColleague } from "#shared/domain/colleague.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { uploadKey } from "#shared/files/keys.ts";
import { findApplication } from "#shared/records/applications.ts";
import { keepCasework, keepNote } from "#shared/records/casework.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { staffEvents } from "#shared/records/events.ts";
import { claimMessage, markFailed, markSent } from "#shared/records/message-tries.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { notePresence } from "#shared/records/presence.ts";
import { saveSection } from "#shared/records/sections.ts";
import { expire, submit, withdraw } from "#shared/records/submissions.ts";
import { decode, openTable, type Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { present, update } from "#shared/records/writes.ts";
import { createHandler } from "../../functions/attachments/handler.ts";
import { routes } from "../../functions/draft/routes.ts";
import { begin, kept } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { aMessage, anApplication, anEvent, aPerson, aSection, aSubmission } from "../support/builders.ts";
import { join, storedColleagues } from "../support/colleagues.ts";
import { aPdf } from "../support/documents.ts";
import { freshTable } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { aFile } from "../support/files.ts";
import { aContext } from "../support/http-event.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { call, enforceAt, noticesIn, owedIn } from "./enforcing.ts";
import { keepDraft, keepSubmitted } from "./records.ts";
import { keepSent } from "./sent.ts";

const closed = "2024-06-21T14:01:00Z";
const warned = "2024-09-05T14:00:00Z";
const dayBefore = "2024-09-18T21:00:00Z";
const over = "2024-09-18T22:00:00Z";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

/** What confirms something has gone, as it has long before anything is deleted. */
const sendAll = async ({ id }: Application): Promise<void> => {
  for (const message of await messagesOf(table, id))
    await markSent(table, message, { sesId: `ses-${message.id}`, at: message.owedAt });
};

const takeBackUnsent = async (application: Application): Promise<Application> => {
  await withdraw(table, {
    application,
    at: instant("2024-06-21T12:00:00Z"),
    event: anEvent({ what: "application-withdrawn" }),
    message: aMessage(application, { id: aMessage(anApplication()).id }),
  });
  return kept(table, application);
};

const takeBack = async (application: Application): Promise<Application> => {
  const withdrawn = await takeBackUnsent(application);
  await sendAll(withdrawn);
  return withdrawn;
};

const items = async () => {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  return Items.map((item) => decode(item));
};
/** Every item that is of an application in any way. */
const tracesOf = async ({ id, reference }: Application) =>
  (await items()).filter((item) => {
    const text = JSON.stringify(item);
    return item["pk"] !== `CALL#${call.id}` && (text.includes(id) || text.includes(reference));
  });
const isThere = async (application: Application): Promise<boolean> =>
  (await findApplication(table, application.id)) !== undefined;
const deletions = async () =>
  (await staffEvents(table, call.id, 100)).filter(({ what }) => what === "application-deleted");

/** A draft with everything that an application can have. */
const fullDraft = async (): Promise<Application> => {
  const application = await keepDraft(table);
  const line = aPerson({ id: PersonId.parse("line"), email: EmailAddress.parse("line@kollega.example") });
  await join(table, application, line);
  await notePresence(table, application.id, "applicant", {
    personId: line.id,
    name: line.name,
    at: instant("2024-06-20T08:00:00Z"),
  });
  const by = { id: PersonId.parse("ola"), name: "Ola" };
  const note = { id: "note", at: instant("2024-06-20T09:00:00Z"), by, text: "Ring" };
  await keepNote(table, await kept(table, application), { note, event: anEvent({ what: "note-written" }) });
  await keepCasework(table, await kept(table, application), {
    casework: { revision: 1, officer: by },
    event: anEvent({ what: "case-taken" }),
  });
  return kept(table, application);
};

describe("what was never sent", () => {
  test("is deleted with all that belongs to it, and the call's history says so without names", async () => {
    const draft = await fullDraft();
    for (const time of [closed, warned, dayBefore]) await enforceAt(table, time);
    expect(await isThere(draft)).toBe(true);
    const last = await kept(table, draft);
    await enforceAt(table, over);
    expect(await tracesOf(draft)).toEqual([]);
    const [event, ...others] = await deletions();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      who: "system",
      at: instant(over),
      detail: `${draft.reference} expired ${last.revision} ${last.lastEvent}`,
    });
    expect(JSON.stringify(event)).not.toContain(draft.owner.name);
  });

  test("is announced two weeks before, to all who may write, once", async () => {
    const draft = await fullDraft();
    for (const time of [closed, "2024-09-05T13:59:59Z"]) await enforceAt(table, time);
    expect(await noticesIn(table, "deletion-notice")).toEqual([]);
    for (const time of [warned, "2024-09-05T15:00:00Z"]) await enforceAt(table, time);
    const notices = await owedIn(table, "deletion-notice");
    expect(notices.map(({ to }) => to).toSorted()).toEqual(["kari@eksempel.example", "line@kollega.example"]);
    for (const { content } of notices)
      expect(content).toMatchObject({ applicationId: draft.id, deletedOn: "2024-09-19" });
  });

  test("is never deleted with less than two weeks' warning, however late the first run is", async () => {
    const draft = await begin(table);
    await enforceAt(table, "2024-12-01T08:00:00Z");
    expect((await owedIn(table, "deletion-notice")).map(({ content }) => content.deletedOn)).toEqual([
      "2024-12-15",
    ]);
    await enforceAt(table, "2024-12-14T22:59:00Z");
    expect(await isThere(draft)).toBe(true);
    await enforceAt(table, "2024-12-14T23:00:00Z");
    expect(await tracesOf(draft)).toEqual([]);
  });

  test("whose new owner has not been told is kept for two weeks more", async () => {
    const draft = await fullDraft();
    for (const time of [closed, warned]) await enforceAt(table, time);
    const before = await storedColleagues(table, draft);
    const [to] = joinedIn(before.list);
    if (!to) throw new Error("There is nobody to hand over to");
    const given = { to, from: aPerson(), id: to.id, at: instant("2024-09-10T08:00:00Z") };
    const next = handedOver(before.application, withoutColleague(before.list, to), given);
    const stranger = { ...next.application.owner, id: PersonId.parse("ny"), email: "ny@eier.example" };
    const after = { ...next, application: { ...next.application, owner: stranger } };
    await keepColleagues(table, { before, after, event: anEvent({ what: "ownership-handed-over" }) });
    await enforceAt(table, over);
    expect(await isThere(draft)).toBe(true);
    const told = (await owedIn(table, "deletion-notice")).find(
      ({ to: address }) => address === stranger.email,
    );
    expect(told?.content.deletedOn).toBe("2024-10-03");
    await enforceAt(table, "2024-10-02T22:00:00Z");
    expect(await tracesOf(draft)).toEqual([]);
  });

  test("has its own time when it had a deadline of its own", async () => {
    const draft = await extend(table, await begin(table), "2024-07-05T12:00:00");
    for (const time of [closed, warned, over]) await enforceAt(table, time);
    expect(await isThere(draft)).toBe(true);
    for (const time of ["2024-09-19T10:00:00Z", "2024-10-02T21:00:00Z"]) await enforceAt(table, time);
    expect(await isThere(draft)).toBe(true);
    await enforceAt(table, "2024-10-02T22:00:00Z");
    expect(await tracesOf(draft)).toEqual([]);
  });
});

describe("the date", () => {
  const withdrawn = async () => takeBack(await keepSubmitted(table));
  const extended = async () => extend(table, await withdrawn(), "2024-07-05T12:00:00");
  const draft = () => begin(table);
  test.for([
    ["a draft", draft, closed, "2024-09-19", "Utkastet slettes 19. september 2024."],
    ["a withdrawn one", withdrawn, closed, "2024-09-19", "Søknaden slettes 19. september 2024."],
    ["one with more time", extended, closed, "2024-10-03", "på nytt, slettes den 3. oktober 2024."],
  ] as const)("is on the task list of %s that is out of time", async ([, given, at, deletedOn, words]) => {
    const application = await given();
    await enforceAt(table, at);
    const ask = asking(table, () => routes({ table, register: nobody }));
    const cookies = [await signedIn(table)];
    const path = `/nb/applications/${application.id}`;
    expect((await ask({ path, cookies, at })).text).toContain(words);
    const { json } = await ask({ path, cookies, at, headers: { accept: "application/json" } });
    expect(json).toMatchObject({ deletedOn });
  });

  test("is not on that of a draft that can be sent", async () => {
    const ask = asking(table, () => routes({ table, register: nobody }));
    const path = `/nb/applications/${(await draft()).id}`;
    const { text } = await ask({ path, cookies: [await signedIn(table)], at: "2024-06-21T13:00:00Z" });
    expect(text).toContain("Søknadsfrist");
    expect(text).not.toContain("slettes");
  });
});

describe("what was sent", () => {
  test("stays, whatever the time", async () => {
    const sent = await keepSubmitted(table);
    const before = await tracesOf(sent);
    for (const time of [closed, warned, over, "2030-01-01T00:00:00Z"]) await enforceAt(table, time);
    expect(await tracesOf(sent)).toEqual(before);
    expect(await noticesIn(table, "deletion-notice")).toEqual([]);
  });

  test("and then withdrawn is deleted as a draft is, its submissions and receipts too", async () => {
    const withdrawn = await takeBack(await keepSubmitted(table));
    for (const time of [closed, warned, over]) await enforceAt(table, time);
    expect(await tracesOf(withdrawn)).toEqual([]);
    expect((await deletions()).map(({ detail }) => detail?.split(" ")[1])).toEqual(["withdrawn"]);
  });

  test("at the last moment is left alone, though it was to be deleted", async () => {
    const draft = await begin(table);
    for (const time of [closed, warned]) await enforceAt(table, time);
    const racing = openTable(table.name);
    let sent = false;
    racing.client.middlewareStack.add(
      (next) => async (given) => {
        if (!sent && JSON.stringify(given.input).includes("application-deleted")) {
          sent = true;
          await keepSent(table, await kept(table, draft));
        }
        return next(given);
      },
      { step: "initialize", name: "sent-first" },
    );
    await enforceAt(racing, over);
    expect(sent).toBe(true);
    expect((await kept(table, draft)).state).toBe("submitted");
    expect(await deletions()).toEqual([]);
    await enforceAt(table, "2024-09-19T00:00:00Z");
    expect((await kept(table, draft)).state).toBe("submitted");
  });
});

describe("mail that confirms what is to be deleted", () => {
  const begun = async (): Promise<Application> => {
    const withdrawn = await takeBackUnsent(await keepSubmitted(table));
    for (const time of [closed, warned, over]) await enforceAt(table, time);
    return withdrawn;
  };
  const afterwards = "2024-09-19T08:00:00Z";

  test("goes first: it is not deleted while it is owed or somebody is sending it", async () => {
    const withdrawn = await begun();
    expect(await isThere(withdrawn)).toBe(true);
    const [one, ...others] = (await messagesOf(table, withdrawn.id)).filter(({ content }) =>
      ["receipt", "withdrawal"].includes(content.kind),
    );
    if (!one) throw new Error("Nothing was owed");
    expect(others).toHaveLength(1);
    for (const other of others) await markSent(table, other, { sesId: "ses", at: other.owedAt });
    const at = instant(over);
    await claimMessage(table, one, { at, until: at.add({ minutes: 3 }) });
    await enforceAt(table, afterwards);
    expect(await isThere(withdrawn)).toBe(true);
    expect(await deletions()).toEqual([]);
    await markSent(table, one, { sesId: "ses", at });
    await enforceAt(table, afterwards);
    expect(await tracesOf(withdrawn)).toEqual([]);
  });

  test("that was given up, or that nobody can read, holds nothing back", async () => {
    const withdrawn = await begun();
    const [given, unread] = await messagesOf(table, withdrawn.id);
    if (!given || !unread) throw new Error("Nothing was owed");
    await markFailed(table, given, { code: "unwritable" });
    const nonsense = { text: "SET #content = :content", values: { content: { kind: "of-another-time" } } };
    await table.client.send(new UpdateItemCommand(update(table, keys.message(unread.id), nonsense, present)));
    await enforceAt(table, afterwards);
    expect(await tracesOf(withdrawn)).toEqual([]);
  });
});

describe("a deletion that is interrupted", () => {
  /** Breaks the nth request after the deletion has begun. */
  const breaking = (nth: number) => {
    const broken = openTable(table.name);
    let since = Number.NEGATIVE_INFINITY;
    broken.client.middlewareStack.add(
      (next) => async (given) => {
        since += 1;
        if (since === nth) throw new Error("interrupted");
        const told = await next(given);
        if (JSON.stringify(given.input).includes("application-deleted")) since = 0;
        return told;
      },
      { step: "initialize", name: "interrupted" },
    );
    return broken;
  };

  test.for([1, 2, 3, 4])(
    "at request %i goes on at the next run, and until then there is nothing to see",
    async (nth) => {
      const draft = await takeBack(await keepSubmitted(table));
      for (const time of [closed, warned]) await enforceAt(table, time);
      await expect(enforceAt(breaking(nth), over)).rejects.toThrow("Not all could be done: delete-over");
      expect(await isThere(draft)).toBe(false);
      await enforceAt(table, "2024-09-18T23:00:00Z");
      expect(await tracesOf(draft)).toEqual([]);
      expect(await deletions()).toHaveLength(1);
    },
  );

  test("takes nothing more that anybody writes", async () => {
    const draft = await keepDraft(table);
    for (const time of [closed, warned]) await enforceAt(table, time);
    const before = await kept(table, draft);
    await expect(enforceAt(breaking(1), over)).rejects.toThrow();
    const section = aSection({ revision: 2, answers: { organisation: "For sent" } });
    expect(await saveSection(table, { application: before, section })).toEqual({ outcome: "not-editable" });
    const message = aMessage(before);
    const event = anEvent();
    const submission = aSubmission(before, { revisions: {} });
    expect(await submit(table, { application: before, submission, reviewed: {}, event, message })).toBe(
      "changed",
    );
    expect(await expire(table, { application: before, event, messages: [] })).toBe("changed");
  });

  test("stops no other", async () => {
    const drafts = [await begin(table), await begin(table)];
    for (const time of [closed, warned]) await enforceAt(table, time);
    await expect(enforceAt(breaking(1), over)).rejects.toThrow("Not all could be done: delete-over");
    expect(await deletions()).toHaveLength(2);
    await enforceAt(table, over);
    for (const draft of drafts) expect(await tracesOf(draft)).toEqual([]);
  });
});

describe("the files of what is deleted", () => {
  /** Tells of each application's own item that is gone, as the table's stream does. */
  const tellRemoved = async (s3: Awaited<ReturnType<typeof localBucket>>, { id }: Application) => {
    const record = {
      eventName: "REMOVE",
      dynamodb: { SequenceNumber: "1", OldImage: { item: { S: "application" }, id: { S: id } } },
    };
    return createHandler({ table, bucket: s3.bucket })({ Records: [record] }, aContext);
  };

  const withdrawnWithFiles = async (s3: Awaited<ReturnType<typeof localBucket>>) => {
    const application = await begin(table);
    const key = uploadKey(application.id, aFile().id, "Brev.pdf");
    await keepSent(table, application, { attachments: { letters: [aFile({ key, version: "sent" })] } });
    s3.put(key, "sent", aPdf());
    s3.put(uploadKey(application.id, aFile().id, "Utkast.pdf"), "unsent", aPdf());
    await s3.hold(key, "sent");
    return takeBack(await kept(table, application));
  };

  test("go, also those that were sent and are locked; the locks hold until then", async () => {
    const s3 = await localBucket();
    const application = await withdrawnWithFiles(s3);
    for (const time of [closed, warned]) await enforceAt(table, time);
    expect(s3.held()).toEqual(["sent"]);
    await enforceAt(table, over);
    expect(s3.versions().toSorted()).toEqual(["sent", "unsent"]);
    expect(await tellRemoved(s3, application)).toEqual({ batchItemFailures: [] });
    expect(s3.versions()).toEqual([]);
    expect(await tellRemoved(s3, application)).toEqual({ batchItemFailures: [] });
  });

  test("that were sent stay locked as long as the submission is there", async () => {
    const s3 = await localBucket();
    const application = await withdrawnWithFiles(s3);
    await tellRemoved(s3, application);
    expect(s3.versions()).toEqual(["sent"]);
    expect(s3.held()).toEqual(["sent"]);
  });
});
