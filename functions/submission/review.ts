import { randomUUID } from "node:crypto";
import { decideEditing } from "#shared/domain/application.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { type Checked, check } from "#shared/form/check.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOf } from "#shared/records/applications.ts";
import {
  findOwnApplication,
  type OwnApplication,
  readDraft,
  type WholeDraft,
} from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { reviewPage } from "#web/pages/review-page.tsx";

interface Reviewed {
  readonly own: OwnApplication;
  readonly whole: WholeDraft;
  readonly checked: Checked;
  readonly alsoSent: readonly string[];
  /** Sections that changed since the applicant last looked. */
  readonly changed?: readonly string[];
}

/** Everything as it would be sent, with a key that makes sending it twice the same as once. */
export const drawReview =
  (asked: SignedIn, { own, whole, checked, alsoSent, changed }: Reviewed) =>
  () =>
    reviewPage(asked, {
      call: own.definition.call,
      application: own.application,
      parts: summary(own.form, whole.draft, asked.language),
      problems: checked.ok ? [] : checked.problems,
      warnings: checked.warnings,
      alsoSent,
      revisions: whole.revisions,
      idempotencyKey: randomUUID(),
      editable: decideEditing(own.definition.call, own.application, asked.at),
      ...(changed && { changed: changed.map((key) => own.form.sections[key]?.title[asked.language] ?? key) }),
    });

/** References of other applications that the same person has sent to the same level. */
export const alsoSentBy = async (
  { person }: SignedIn,
  table: Table,
  { application: { id, callId, level } }: OwnApplication,
): Promise<readonly string[]> => {
  const all = await applicationsOf(table, person.id);
  return all
    .filter((one) => one.id !== id && one.callId === callId && one.level === level)
    .filter(({ state }) => state === "submitted")
    .map(({ reference }) => reference);
};

export const showReview = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const own = await findOwnApplication(table, asked.params["id"], asked.person.id);
  if (!own) return { reason: "not-found" };
  const [whole, alsoSent] = await Promise.all([readDraft(table, own), alsoSentBy(asked, table, own)]);
  const checked = check(own.form, whole.draft);
  const told = ({ pointer, code, message }: Problem) => ({
    pointer,
    code,
    message: message[asked.language],
  });
  return {
    page: drawReview(asked, { own, whole, checked, alsoSent }),
    json: () => ({
      problems: checked.ok ? [] : checked.problems.map(told),
      warnings: checked.warnings.map(told),
      alsoSent,
      revisions: whole.revisions,
    }),
  };
};
