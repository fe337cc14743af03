import { randomUUID } from "node:crypto";
import { decideWriting, mayDo } from "#shared/domain/colleague.ts";
import { concernOf, type Organisation } from "#shared/domain/organisation.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { type Checked, check } from "#shared/form/check.ts";
import { lookIn } from "#shared/form/conditions.ts";
import { numberIn } from "#shared/form/register-fields.ts";
import { summary } from "#shared/form/summary.ts";
import { evidenceOf } from "#shared/http/evidence.ts";
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
import { keepBegun } from "./book.ts";

interface Reviewed {
  readonly own: OwnApplication;
  readonly whole: WholeDraft;
  readonly checked: Checked;
  readonly alsoSent: readonly string[];
  /** What the register has said of the applicant, if it has been asked. */
  readonly organisation: Organisation | undefined;
}

/** References of other applications that the same owner has sent to the same level. */
const sentBefore = async (
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
  const number = numberIn(lookIn(draft)(definition.facts.organisationNumber));
  return number && readOrganisation(table, number);
};

type ToReview = Pick<Reviewed, "own" | "whole"> & Partial<Pick<Reviewed, "checked">>;

/** All that the page tells. */
const reviewed = async (table: Table, { own, whole, checked }: ToReview): Promise<Reviewed> => {
  const [sent, organisation] = await Promise.all([sentBefore(table, own), applicantOf(table, own, whole)]);
  return { own, whole, checked: checked ?? check(own.form, whole.draft), alsoSent: sent, organisation };
};

/** Why it was not sent: keys of sections that have changed since it was last looked at, and what can be quoted. */
interface Stopped {
  readonly changed: readonly string[];
  readonly evidence: string | undefined;
}

/** Everything as it would be sent, with a key that makes sending it twice the same as once. */
const drawReview =
  (asked: SignedIn, { own, whole, checked, alsoSent, organisation }: Reviewed, stopped?: Stopped) =>
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
      changed: (stopped?.changed ?? []).map((key) => own.form.sections[key]?.title[asked.language] ?? key),
      evidence: stopped?.evidence,
    });

/** The review page again, with what stands in the way. */
export const refuseWithReview = async (
  asked: SignedIn,
  table: Table,
  { refusal, ...given }: ToReview & { readonly refusal: Refusal },
): Promise<Answer> => {
  const changed = refusal.reason === "changed-since-review" ? refusal.sections : [];
  const evidence = evidenceOf(asked, refusal)?.message;
  return { refusal, page: drawReview(asked, await reviewed(table, given), { changed, evidence }) };
};

/** From now on the task list says what is wrong, and not only what has been begun; and the book, that whoever may send was about to. */
const remember = async (asked: SignedIn, table: Table, { definition, application, may }: OwnApplication) => {
  if (!decideWriting(definition.call, application, may, asked.at).ok) return;
  await Promise.all([
    application.reviewedAt ? undefined : markReviewed(table, application.id, asked.at),
    mayDo(may, "decide") ? keepBegun(asked, table, application) : undefined,
  ]);
};

export const showReview = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok) return opened.refusal;
  const own = opened.value;
  const all = await reviewed(table, { own, whole: await readDraft(table, own) });
  const { checked, whole, alsoSent, organisation } = all;
  await remember(asked, table, own);
  const told = (problem: Problem) => problemJson(problem, asked.language);
  return {
    page: drawReview(asked, all),
    json: () => ({
      problems: checked.ok ? [] : checked.problems.map(told),
      warnings: checked.warnings.map(told),
      alsoSent,
      register: concernOf(organisation) ?? "found",
      level: own.application.level,
      revisions: whole.revisions,
    }),
  };
};
