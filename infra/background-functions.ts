import { Duration } from "aws-cdk-lib";
import type { CallDefinition } from "#shared/calls/index.ts";
import type { FunctionPlan } from "./function-plan.ts";
import type { IntakeFunction } from "./intake-function.ts";
import type { Parts } from "./parts.ts";

export interface BackgroundPlan extends FunctionPlan {
  /** Ties it to what starts it, and to what watches over it. */
  readonly tie: (fn: IntakeFunction, parts: Parts, calls: readonly CallDefinition[]) => void;
}

const newMessages = [{ eventNames: ["INSERT"], items: ["message"] }] as const;

const sentOrRemoved = [
  { eventNames: ["INSERT"], items: ["submission"] },
  { eventNames: ["REMOVE"], items: ["application"] },
] as const;

const applicationsAndRegistrations = ["application", "registration"] as const;
const anyChange = [
  { eventNames: ["INSERT", "MODIFY"], items: applicationsAndRegistrations },
  { eventNames: ["REMOVE"], items: applicationsAndRegistrations },
] as const;

const newRuns = [{ eventNames: ["INSERT"], items: ["export-run"] }] as const;

/** The functions that nobody asks: schedules, scans and the table's stream start them. */
export const backgroundFunctions = {
  "deadline-enforcement": {
    records: {
      items: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"],
      indexes: ["byOwner", "byCall", "byDue"],
    },
    receiptKeys: ["sign"],
    asksRegister: true,
    // To write or delete some hundred applications takes a while; what is not done is done in the next run.
    timeoutSeconds: 120,
    tie: (fn, { schedules, operations }, calls) => {
      for (const { call } of calls) schedules.afterDeadlines(call, fn);
      schedules.everyQuarterOfAnHour(fn);
      operations.watchPulse(fn, Duration.hours(1));
    },
  },
  "mail-delivery": {
    records: { items: ["GetItem", "Query", "UpdateItem"], indexes: ["byDue"] },
    timeoutSeconds: 60,
    tie: (fn, { siteUrl, records, mail, schedules, operations }) => {
      fn.addEnvironment("SITE_URL", siteUrl);
      mail.allowSending(fn);
      schedules.everyMinute(fn);
      operations.watchMessages(fn.logGroup);
      operations.watchDeadLetters("messages", records.feed("message", newMessages, fn));
      operations.watchStreamReader(fn, "messages-are-late");
      operations.watchPulse(fn, Duration.minutes(15));
    },
  },
  // Hears what became of the mails that SES has taken.
  "mail-feedback": {
    records: { items: ["GetItem", "PutItem", "UpdateItem"] },
    memoryMegabytes: 512,
    tie: (fn, { mail, operations }) => operations.watchDeadLetters("feedback", mail.tellFeedback(fn)),
  },
  // Hears what scans found, locks what is sent and removes what nobody has any more.
  attachments: {
    records: { items: ["GetItem", "Query", "PutItem", "ConditionCheckItem"] },
    files: {
      objects: ["GetObjectVersion", "DeleteObjectVersion", "PutObjectLegalHold"],
      bucket: ["ListBucket", "ListBucketVersions"],
    },
    timeoutSeconds: 60,
    memoryMegabytes: 512,
    tie: (fn, { records, attachments, operations }) => {
      operations.watchDeadLetters("scans", attachments.tellResults(fn));
      operations.watchDeadLetters("sent-files", records.feed("attachments", sentOrRemoved, fn));
      operations.watchStreamReader(fn, "files-are-late");
      operations.watchScans(attachments.failedScans);
    },
  },
  // Keeps the sums of the overview. Apart from the others: what fails to count must never stop a mail.
  statistics: {
    records: {
      items: [
        "GetItem",
        "BatchGetItem",
        "BatchWriteItem",
        "PutItem",
        "UpdateItem",
        "DeleteItem",
        "ConditionCheckItem",
      ],
    },
    timeoutSeconds: 60,
    memoryMegabytes: 512,
    tie: (fn, { records, operations }) => {
      operations.watchDeadLetters("uncounted", records.feed("statistics", anyChange, fn));
      operations.watchStreamReader(fn, "lists-are-late");
    },
  },
  // Has a PDF library in it, as documents has, and may read every attachment, as documents may not.
  "export-job": {
    records: {
      items: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"],
      indexes: ["byOwner", "byCall"],
    },
    files: { objects: ["GetObjectVersion"], exports: ["PutObject", "AbortMultipartUpload"] },
    // A run goes on for as long as Lambda lets it; the next one goes on from there.
    timeoutSeconds: 900,
    memoryMegabytes: 512,
    tie: (fn, { siteUrl, records, operations }) => {
      fn.addEnvironment("SITE_URL", siteUrl);
      operations.watchDeadLetters("exports", records.feed("exports", newRuns, fn));
    },
  },
} as const satisfies Record<string, BackgroundPlan>;
