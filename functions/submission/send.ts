import * as z from "zod";
import { factsOf } from "#shared/calls/facts.ts";
import { decideSubmission, Revisions, type Submission } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import { decideDeed } from "#shared/domain/colleague.ts";
import { canonicalJson, sha256 } from "#shared/domain/digest.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import { InstantText } from "#shared/domain/time.ts";
import { check } from "#shared/form/check.ts";
import { lookIn } from "#shared/form/conditions.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { eventBy } from "#shared/records/events.ts";
import {
  type OwnApplication,
  openApplication,
  readDraft,
  type WholeDraft,
} from "#shared/records/own-application.ts";
import { largestApplication, sizeOf } from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { alreadySent, endUnchanged } from "./already-sent.ts";
import { refuseWithReview } from "./review.ts";

const Send = z.strictObject({
  idempotencyKey: z.uuid(),
  /** The level that was reviewed; a program that does not say so means the one there is. */
  level: Level.optional(),
  revisions: z.record(z.string(), z.coerce.number().int().min(0)).pipe(Revisions),
});
type Send = z.infer<typeof Send>;

const receiptOf = (
  asked: SignedIn,
  { applicationId, reference, number, receivedAt, digest }: Submission,
): Answer => ({
  to: `/${asked.language}/applications/${applicationId}/receipt`,
  json: { status: 201, body: { reference, number, receivedAt: InstantText.encode(receivedAt), digest } },
});

const receiptTo = ({ definition, application }: OwnApplication, answers: AnyRecord): string => {
  const given = lookIn(answers)(definition.facts.receiptTo);
  return typeof given === "string" ? given : application.owner.email;
};

interface Sending {
  readonly own: OwnApplication;
  readonly whole: WholeDraft;
  readonly answers: AnyRecord;
  readonly number: number;
  readonly deadline: Submission["deadline"];
}

const submissionOf = (
  asked: SignedIn,
  send: Send,
  { own, whole, answers, number, deadline }: Sending,
): Submission => ({
  applicationId: own.application.id,
  number,
  reference: own.application.reference,
  level: own.application.level,
  language: asked.language,
  formVersion: own.form.version,
  idempotencyKey: send.idempotencyKey,
  revisions: whole.revisions,
  answers,
  receivedAt: asked.at,
  deadline,
  digest: sha256(canonicalJson(answers)),
  submittedBy: asked.person.id,
  receiptTo: receiptTo(own, answers),
});

const receiptMessage = ({ application }: OwnApplication, submission: Submission): Message =>
  owe(
    {
      id: `receipt.${application.id}.${String(submission.number).padStart(3, "0")}`,
      to: submission.receiptTo,
      language: submission.language,
      content: {
        kind: "receipt",
        callId: application.callId,
        applicationId: application.id,
        number: submission.number,
        reference: submission.reference,
        level: submission.level,
        organisation: application.organisation,
        cluster: application.cluster,
        receivedAt: submission.receivedAt,
        digest: submission.digest,
        files: sentFilesIn(submission.answers).map(({ name, bytes }) => ({ name, bytes })),
      },
    },
    submission.receivedAt,
  );

const keep = (table: Table, asked: SignedIn, { own, whole }: Sending, submission: Submission) => {
  const facts = factsOf(own.definition, whole.draft);
  return submit(table, {
    application: own.application,
    submission,
    event: eventBy(asked, "application-submitted", String(submission.number)),
    message: receiptMessage({ ...own, application: { ...own.application, ...facts } }, submission),
    reviewed: submission.revisions,
    facts,
  });
};

const sendDecided = async (
  asked: SignedIn,
  table: Table,
  send: Send,
  sending: Sending,
): Promise<Answer | "changed"> => {
  const { own, whole, answers } = sending;
  const unchanged = await endUnchanged(asked, table, own.application, whole.revisions);
  if (unchanged) return unchanged === "changed" ? "changed" : receiptOf(asked, unchanged);
  if (sizeOf(answers) > largestApplication) return { reason: "too-large", limit: largestApplication };
  const submission = submissionOf(asked, send, sending);
  const outcome = await keep(table, asked, sending, submission);
  return outcome === "submitted" ? receiptOf(asked, submission) : "changed";
};

const attempt = async (asked: SignedIn, table: Table, send: Send): Promise<Answer | "changed"> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok) return opened.refusal;
  const own = opened.value;
  const deed = decideDeed(own.application, own.may, "decide");
  if (!deed.ok)
    return refuseWithReview(asked, table, { own, whole: await readDraft(table, own), refusal: deed.refusal });
  const sent = await alreadySent(table, own.application, send);
  if (sent) return receiptOf(asked, sent);
  const whole = await readDraft(table, own);
  const checked = check(own.form, whole.draft);
  const problems = checked.ok ? [] : checked.problems;
  const decided = decideSubmission({
    call: own.definition.call,
    application: own.application,
    reviewed: { level: send.level ?? own.application.level, revisions: send.revisions },
    stored: whole.revisions,
    problems,
    at: asked.at,
  });
  if (!decided.ok) return refuseWithReview(asked, table, { own, whole, checked, refusal: decided.refusal });
  if (!checked.ok) return { reason: "problems-in-answers", problems };
  return sendDecided(asked, table, send, { own, whole, answers: checked.answers, ...decided.value });
};

export const send = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const body = Send.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  return untilSettled(() => attempt(asked, table, body.data));
};
