import type { Application } from "#shared/domain/application.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import { deletionDateOf } from "#shared/domain/deletion.ts";
import { duration, type Instant, isAfter } from "#shared/domain/time.ts";
import { findApplication } from "#shared/records/applications.ts";
import { eventBy } from "#shared/records/events.ts";
import { expire } from "#shared/records/submissions.ts";
import { noticesTo, system } from "./notices.ts";
import { forEachTerm, type Outcome, onceForEach } from "./once.ts";
import type { Around, Term } from "./terms.ts";
import { endUnsentChange } from "./unsent-changes.ts";

/** Longer than the gateway lets any request take, so that what arrived in time has been decided before drafts are marked. */
export const grace = duration({ seconds: 60 });

export const hasClosed = (deadline: Deadline, at: Instant): boolean =>
  !isAfter(lastInstantOf(deadline).add(grace), at);

/** Marks one draft and writes those who could write in it, all or nothing. A draft that was sent meanwhile is left alone. */
const expireDraft = async (
  { table, at }: Around,
  { deadline }: Term,
  application: Application,
): Promise<Outcome> => {
  const { reference, level } = application;
  const deletedOn = deletionDateOf(deadline);
  const messages = await noticesTo(table, application, { deadline, at, words: "draft-expired" }, (ids) => ({
    kind: "draft-expired",
    ...ids,
    ...{ reference, level, deletedOn },
  }));
  const event = eventBy({ at, person: system }, "application-expired");
  const outcome = await expire(table, { application, event, messages });
  return outcome === "expired" ? "done" : "not-yet";
};

const isOpen = ({ state, changingSince }: Application): boolean =>
  state === "draft" || changingSince !== undefined;

/** Nothing is left half open: a draft expires, and a change that was not sent ends. One that somebody else has changed meanwhile is for another run, at once. */
const close = async (around: Around, term: Term, application: Application): Promise<Outcome> => {
  if (!isOpen(application)) return "done";
  const end = application.state === "draft" ? expireDraft : endUnsentChange;
  if ((await end(around, term, application)) === "done") return "done";
  const now = await findApplication(around.table, application.id);
  return now && isOpen(now) ? "failed" : "done";
};

/** Closes what was not sent in time. */
export const closeTerms = (around: Around): Promise<boolean> =>
  forEachTerm(around, async (term) =>
    hasClosed(term.deadline, around.at)
      ? onceForEach(around, term, "drafts-expired", (one) => close(around, term, one))
      : "done",
  );
