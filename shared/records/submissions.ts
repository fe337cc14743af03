import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import {
  type Application,
  type ApplicationId,
  type Facts,
  type Revisions,
  Submission,
} from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Message } from "#shared/domain/message.ts";
import { receiptOf, sealed } from "#shared/domain/receipt.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { historyWrites } from "./history.ts";
import { ownerKeys } from "./index-keys.ts";
import { messagePut } from "./messages.ts";
import { readAll, readItem, readMany } from "./reads.ts";
import { receiptPut } from "./receipts.ts";
import { sectionsStillAt } from "./sections.ts";
import { sortPrefixes } from "./sort-keys.ts";
import { type Item, type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, type Expression, put } from "./writes.ts";

const submissionItem = (submission: Submission): Item => ({
  ...z.encode(Submission, submission),
  ...keys.submission(submission.applicationId, submission.number),
  item: "submission",
});

interface Told {
  /** As it was decided on: when it has changed since, nothing is written. */
  readonly application: Application;
  readonly event: Event;
  readonly messages: readonly Message[];
}

type Change = Omit<Told, "messages"> & { readonly message: Message };

/** The application's own write with the event and the messages that tell of it. */
const writesOf = (table: Table, { application, event, messages }: Told, change: Expression) => [
  ...historyWrites(table, application, { event, change }),
  ...messages.map((message) => ({ Put: messagePut(table, message, ownerKeys.application(application.id)) })),
];

const vouchedFor = (application: Application, submission: Submission) => {
  const definition = findCall(application.callId);
  if (!definition) throw new Error(`There is no call ${application.callId}`);
  return receiptOf(definition.call, application, submission);
};

/** Keeps the submission for good with its receipt, if all that was reviewed is still as it was. Owes the receipt's signature, and the mail of it. */
export const submit = async (
  table: Table,
  {
    submission,
    reviewed,
    facts = {},
    ...change
  }: Change & {
    readonly submission: Submission;
    /** Every section of the form; 0 for one that must not exist. */
    readonly reviewed: Revisions;
    /** What lists and the receipt say from now on. */
    readonly facts?: Partial<Facts>;
  },
): Promise<"submitted" | "changed"> => {
  const { id } = change.application;
  const receipt = vouchedFor({ ...change.application, ...facts }, submission);
  const event = sealed(change.event, receipt, submission);
  const named = Object.keys(facts)
    .map((name) => `, #${name} = :${name}`)
    .join("");
  const how = {
    text: `#state = :submitted, #submittedAt = :at, #submissions = :number${named} REMOVE #withdrawnAt, #changingSince, #changesUnsentAt, #control`,
    values: {
      submitted: "submitted",
      at: InstantText.encode(submission.receivedAt),
      number: submission.number,
      ...facts,
    },
  };
  const written = await transact(table, [
    ...writesOf(table, { ...change, event, messages: [change.message] }, how),
    { Put: put(table, submissionItem(submission), absent) },
    { Put: receiptPut(table, receipt, submission.receivedAt) },
    ...sectionsStillAt(table, id, reviewed),
  ]);
  return written === "done" ? "submitted" : "changed";
};

export const findSubmission = async (
  table: Table,
  id: ApplicationId,
  number: number,
): Promise<Submission | undefined> => {
  const item = await readItem(table, keys.submission(id, number));
  return item && Submission.parse(item);
};

/** All submissions of an application, the first first. */
export const submissionsOf = async (table: Table, id: ApplicationId): Promise<Submission[]> => {
  const items = await readAll(table, {
    key: keys.application(id).pk,
    sort: { beginsWith: sortPrefixes.submission },
  });
  return items.map((item) => Submission.parse(item));
};

/** The last submission of each application that has one, in the order of the applications. Never fewer without saying so. */
export const latestSubmissions = async (
  table: Table,
  applications: readonly Pick<Application, "id" | "submissions">[],
): Promise<Submission[]> => {
  const submitted = applications.filter(({ submissions }) => submissions > 0);
  const items = await readMany(
    table,
    submitted.map(({ id, submissions }) => keys.submission(id, submissions)),
  );
  const found = new Map(
    items.map((item) => Submission.parse(item)).map((submission) => [submission.applicationId, submission]),
  );
  return submitted.map(({ id }) => {
    const submission = found.get(id);
    if (!submission) throw new Error(`The last submission of application ${id} is missing`);
    return submission;
  });
};

/** Takes the application back. Its submissions stay as they are. */
export const withdraw = async (
  table: Table,
  { at, ...change }: Change & { readonly at: Instant },
): Promise<"withdrawn" | "changed"> => {
  const how = {
    text: "#state = :withdrawn, #withdrawnAt = :at REMOVE #changingSince",
    values: { withdrawn: "withdrawn", at: InstantText.encode(at) },
  };
  const written = await transact(table, writesOf(table, { ...change, messages: [change.message] }, how));
  return written === "done" ? "withdrawn" : "changed";
};

/** Marks a draft that was not sent in time. One that has been sent meanwhile is left alone. */
export const expire = async (table: Table, change: Told): Promise<"expired" | "changed"> => {
  const how = { text: "#state = :expired", values: { expired: "expired" } };
  const written = await transact(table, writesOf(table, change, how));
  return written === "done" ? "expired" : "changed";
};
