import { randomUUID } from "node:crypto";
import { decideWriting } from "#shared/domain/colleague.ts";
import { concernOf, type Organisation } from "#shared/domain/organisation.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { type Checked, check } from "#shared/form/check.ts";
import { numberIn } from "#shared/form/register-fields.ts";
import { summary } from "#shared/form/summary.ts";
import { problemJson } from "#shared/http/problem.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOf, markReviewed } from "#shared/records/applications.ts";
import { readOrganisation } from "#shared/records/organisations.ts";
import {
  type OwnApplication,
  openApplication,
  readDraft,
  type WholeDraft,
} from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { reviewPage } from "#web/pages/review-page.tsx";
import { concernLine } from "#web/register-line.ts";

interface Reviewed {
  readonly own: OwnApplication;
  readonly whole: WholeDraft;
  readonly checked: Checked;
  readonly alsoSent: readonly string[];
  /** What the register has said of the applicant, if it has been asked. */
  readonly organisation: Organisation | undefined;
  /** Sections that changed since the applicant last looked. */
  readonly changed?: readonly string[];
}

/** Everything as it would be sent, with a key that makes sending it twice the same as once. */
const drawReview =
  (asked: SignedIn, { own, whole, checked, alsoSent, organisation, changed }: Reviewed) =>
  () =>
    reviewPage(asked, {
      call: own.definition.call,
      application: own.application,
      parts: summary(own.form, whole.draft, asked.language),
      problems: checked.ok ? [] : checked.problems,
      warnings: checked.warnings,
      alsoSent,
      registerConcern: concernLine(organisation, asked.language),
      revisions: whole.revisions,
      idempotencyKey: randomUUID(),
      may: own.may,
      editable: decideWriting(own.definition.call, own.application, own.may, asked.at),
      ...(changed && { changed: changed.map((key) => own.form.sections[key]?.title[asked.language] ?? key) }),
    });

/** References of other applications that the same owner has sent to the same level. */
const alsoSent = async (
  table: Table,
  { application: { id, callId, level, owner } }: OwnApplication,
): Promise<readonly string[]> => {
  const all = await applicationsOf(table, owner.id);
  return all
    .filter((one) => one.id !== id && one.callId === callId && one.level === level)
    .filter(({ state }) => state === "submitted")
    .map(({ reference }) => reference);
};

/** What the register has said of the organisation that applies. */
const applicantOf = async (table: Table, { definition }: OwnApplication, { draft }: WholeDraft) => {
  const [section = "", field = ""] = definition.facts.organisationNumber.split(".");
  const number = numberIn(draft[section]?.[field]);
  return number && readOrganisation(table, number);
};

/** The review page again, with what stands in the way. */
export const reviewAgain = async (
  asked: SignedIn,
  table: Table,
  { own, whole, refusal }: { own: OwnApplication; whole: WholeDraft; refusal: Refusal },
): Promise<Answer> => {
  const checked = check(own.form, whole.draft);
  const changed = refusal.reason === "changed-since-review" ? { changed: refusal.sections } : {};
  return {
    refusal,
    page: drawReview(asked, {
      own,
      whole,
      checked,
      alsoSent: await alsoSent(table, own),
      organisation: await applicantOf(table, own, whole),
      ...changed,
    }),
  };
};

/** From now on the task list says what is wrong, and not only what has been begun. */
const remember = async (asked: SignedIn, table: Table, { definition, application, may }: OwnApplication) => {
  const writing = decideWriting(definition.call, application, may, asked.at);
  if (writing.ok && !application.reviewedAt) await markReviewed(table, application.id, asked.at);
};

export const showReview = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok) return opened.refusal;
  const own = opened.value;
  const [whole, sent] = await Promise.all([readDraft(table, own), alsoSent(table, own)]);
  const organisation = await applicantOf(table, own, whole);
  const checked = check(own.form, whole.draft);
  await remember(asked, table, own);
  const told = (problem: Problem) => problemJson(problem, asked.language);
  return {
    page: drawReview(asked, { own, whole, checked, alsoSent: sent, organisation }),
    json: () => ({
      problems: checked.ok ? [] : checked.problems.map(told),
      warnings: checked.warnings.map(told),
      alsoSent: sent,
      register: concernOf(organisation) ?? "found",
      level: own.application.level,
      revisions: whole.revisions,
    }),
  };
};
