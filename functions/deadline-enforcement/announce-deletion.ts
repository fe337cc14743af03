import type { Application } from "#shared/domain/application.ts";
import type { Deadline } from "#shared/domain/deadline.ts";
import { announcedDate, isDeletedInTheEnd, noticeDueAt } from "#shared/domain/deletion.ts";
import { isAfter } from "#shared/domain/time.ts";
import { noticesTo, oweAll } from "./notices.ts";
import { forEachTerm, type Outcome, onceForEach } from "./once.ts";
import type { Around } from "./terms.ts";

/** The words that the ids of these messages begin with. */
export const deletionNotice = "deletion-notice";

/** Tells those who can write in an application when it is deleted, each once. */
export const announceDeletion = async (
  { table, at }: Around,
  deadline: Deadline,
  application: Application,
): Promise<Outcome> => {
  if (!isDeletedInTheEnd(application)) return "done";
  const { reference, level } = application;
  const deletedOn = announcedDate(deadline, at);
  const occasion = { deadline, at, words: deletionNotice };
  const messages = await noticesTo(table, application, occasion, (ids) => ({
    kind: "deletion-notice",
    ...ids,
    ...{ reference, level, deletedOn },
  }));
  await oweAll(table, application, messages);
  return "done";
};

/** Warns of what will be deleted. */
export const announceDeletions = (around: Around): Promise<boolean> =>
  forEachTerm(around, async (term) =>
    isAfter(noticeDueAt(term.deadline), around.at)
      ? "done"
      : onceForEach(around, term, "deletion-announced", (one) =>
          announceDeletion(around, term.deadline, one),
        ),
  );
