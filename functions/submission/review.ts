import { randomUUID } from "node:crypto";
import { decideEditing } from "#shared/domain/application.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { check } from "#shared/form/check.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
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
  readonly problems: readonly Problem[];
  /** Sections that changed since the applicant last looked. */
  readonly changed?: readonly string[];
}

/** Everything as it would be sent, with a key that makes sending it twice the same as once. */
export const drawReview =
  (asked: SignedIn, { own, whole, problems, changed }: Reviewed) =>
  () =>
    reviewPage(asked, {
      call: own.definition.call,
      application: own.application,
      parts: summary(own.form, whole.draft, asked.language),
      problems,
      revisions: whole.revisions,
      idempotencyKey: randomUUID(),
      editable: decideEditing(own.definition.call, own.application, asked.at),
      ...(changed && { changed: changed.map((key) => own.form.sections[key]?.title[asked.language] ?? key) }),
    });

export const showReview = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const own = await findOwnApplication(table, asked.params["id"], asked.person.id);
  if (!own) return { reason: "not-found" };
  const whole = await readDraft(table, own);
  const checked = check(own.form, whole.draft);
  const problems = checked.ok ? [] : checked.problems;
  return {
    page: drawReview(asked, { own, whole, problems }),
    json: () => ({
      problems: problems.map(({ pointer, code, message }) => ({
        pointer,
        code,
        message: message[asked.language],
      })),
      revisions: whole.revisions,
    }),
  };
};
