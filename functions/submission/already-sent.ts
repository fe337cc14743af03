import type { Application, Revisions, Submission } from "#shared/domain/application.ts";
import { canonicalJson } from "#shared/domain/digest.ts";
import { differsFrom } from "#shared/domain/standing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import { endChange } from "#shared/records/changes.ts";
import { eventBy } from "#shared/records/events.ts";
import { findSubmission, submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";

const lastOf = async (table: Table, { id, submissions }: Application): Promise<Submission | undefined> =>
  submissions === 0 ? undefined : findSubmission(table, id, submissions);

/** Of several the earlier ones are read too: a request may come again long after it was answered. */
const sentWith = async (
  table: Table,
  { id }: Application,
  last: Submission,
  key: string,
): Promise<Submission | undefined> => {
  if (last.idempotencyKey === key) return last;
  if (last.number === 1) return undefined;
  return (await submissionsOf(table, id)).find(({ idempotencyKey }) => idempotencyKey === key);
};

/** The submission that a request asks for, if it is there already: by its key, or because the very same revisions were sent. */
export const alreadySent = async (
  table: Table,
  application: Application,
  send: { readonly idempotencyKey: string; readonly revisions: Revisions },
): Promise<Submission | undefined> => {
  const last = await lastOf(table, application);
  if (!last) return undefined;
  const stands = application.state === "submitted" && !application.changingSince;
  const isSame = canonicalJson(last.revisions) === canonicalJson(send.revisions);
  const sooner = await sentWith(table, application, last, send.idempotencyKey);
  return sooner ?? (stands && isSame ? last : undefined);
};

/** Sending again what nobody has changed gives no new submission: the change has ended, and the one there is stands. */
export const endUnchanged = async (
  asked: SignedIn,
  table: Table,
  application: Application,
  stored: Revisions,
): Promise<Submission | "changed" | undefined> => {
  const last = application.changingSince && (await lastOf(table, application));
  if (!last || differsFrom(last, stored)) return undefined;
  const event = eventBy(asked, "change-ended", String(last.number));
  return (await endChange(table, { application, event, compared: stored })) === "ended" ? last : "changed";
};
