import type { Application } from "#shared/domain/application.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import { noticeId } from "#shared/domain/deadline-messages.ts";
import { announcedDate, deletionDateOf, hasBegun, isDeletedInTheEnd } from "#shared/domain/deletion.ts";
import { MessageId } from "#shared/domain/message.ts";
import { log } from "#shared/http/log.ts";
import { beginDeletion, deletionsBegun, finishDeletion } from "#shared/records/deletions.ts";
import { eventBy } from "#shared/records/events.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { findMessage, mailMustGoFirst } from "#shared/records/messages.ts";
import { announceDeletion, deletionNotice } from "./announce-deletion.ts";
import { system } from "./notices.ts";
import { forEachTerm, type Outcome, onceForEach, tryEach } from "./once.ts";
import type { Around, Term } from "./terms.ts";

/** Whether its owner has been told, long enough ago. Whoever has not is told now. */
const isAnnounced = async (
  around: Around,
  deadline: Deadline,
  application: Application,
): Promise<boolean> => {
  const about = {
    applicationId: application.id,
    deadline: lastInstantOf(deadline),
    reader: application.owner.id,
  };
  const notice = await findMessage(around.table, MessageId.parse(noticeId(deletionNotice, about)));
  if (!notice) await announceDeletion(around, deadline, application);
  return notice !== undefined && hasBegun(announcedDate(deadline, notice.owedAt), deadline, around.at);
};

/** What stays, so that a deletion can be told from a loss: codes and digests, and no names. */
const traceOf = ({ reference, state, revision, lastEvent }: Application): string =>
  [reference, state, revision, lastEvent].join(" ");

const deleteOne = async (around: Around, { deadline }: Term, application: Application): Promise<Outcome> => {
  if (!isDeletedInTheEnd(application)) return "done";
  if (!(await isAnnounced(around, deadline, application))) return "not-yet";
  const { table, at } = around;
  if (await mailMustGoFirst(table, ownerKeys.application(application.id))) {
    log("deletion.waits-for-mail", { level: "WARN", applicationId: application.id });
    return "not-yet";
  }
  const event = eventBy({ at, person: system }, "application-deleted", traceOf(application));
  if ((await beginDeletion(table, application, event)) === "changed") return "not-yet";
  await finishDeletion(table, application);
  log("application.deleted", { applicationId: application.id });
  return "done";
};

/** Goes on with what an earlier run was interrupted in. */
const finishBegun = async ({ table }: Around): Promise<boolean> => {
  const outcomes = await tryEach(
    await deletionsBegun(table),
    async (one) => {
      await finishDeletion(table, one);
      return "done";
    },
    ({ id }) => ({ action: "deleted", applicationId: id }),
  );
  return !outcomes.includes("failed");
};

/** Deletes what was never sent, or was withdrawn, when it has been kept for long enough. */
export const deleteOver = async (around: Around): Promise<boolean> => {
  const isFinished = await finishBegun(around);
  const isDeleted = await forEachTerm(around, async (term) =>
    hasBegun(deletionDateOf(term.deadline), term.deadline, around.at)
      ? onceForEach(around, term, "deleted", (one) => deleteOne(around, term, one))
      : "done",
  );
  return isFinished && isDeleted;
};
