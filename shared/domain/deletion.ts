import type { Application } from "./application.ts";
import { type Deadline, dateOf, onDate } from "./deadline.ts";
import type { Message, MessageContent } from "./message.ts";
import { dateAfter, dateAt, duration, type Instant } from "./time.ts";

/** How long what was never sent is kept after the deadline that held for it, and how long before its end one is told. */
const keptFor = duration({ days: 90 });
const warning = duration({ days: 14 });

/** What was sent stays; all else is deleted some time after the deadline. */
export const isDeletedInTheEnd = ({ state }: Pick<Application, "state">): boolean => state !== "submitted";

/** The date, on the deadline's own calendar, from whose beginning an application that was not sent is no more. */
export const deletionDateOf = (deadline: Deadline): string => dateAfter(dateOf(deadline), keptFor);

/** When one is told of it: at the clock time of the deadline. */
export const noticeDueAt = (deadline: Deadline): Instant =>
  onDate(deadline, dateAfter(deletionDateOf(deadline), warning.negated()));

/** The date that a notice given at an instant says. However late it is, there are 14 days from then. */
export const announcedDate = (deadline: Deadline, noticedAt: Instant): string => {
  const soonest = dateAfter(dateAt(noticedAt, deadline.timeZone), warning);
  const date = deletionDateOf(deadline);
  const isSoonEnough = soonest <= date;
  return isSoonEnough ? date : soonest;
};

/** What tells of a thing that is there, and is not true any more when it is not. All else confirms what somebody did. */
const goesWithIt: ReadonlySet<MessageContent["kind"]> = new Set([
  "reminder",
  "webinar-reminder",
  "deadline-moved",
  "extension-granted",
  "changes-not-sent",
  "draft-expired",
  "deletion-notice",
  "invitation",
  "registration-waiting",
  "webinar-changed",
  "webinar-soon",
  "webinar-thanks",
  "webinar-circular",
  "webinar-circular-trial",
]);

/** Whether a message is on its way yet and may not be deleted before: nothing that confirms is lost because what it confirms is old. It waits for a day or so, after which a message is given up. */
export const mustGoFirst = ({ state, content }: Pick<Message, "state" | "content">): boolean =>
  (state === "owed" || state === "sending") && !goesWithIt.has(content.kind);

/** The date, where it is what matters: of an application that is out of time, or withdrawn. Call it with the deadline that holds for it. */
export const shownDeletionDate = (
  deadline: Deadline,
  { state }: Pick<Application, "state">,
): string | undefined =>
  state === "expired" || state === "withdrawn" ? deletionDateOf(deadline) : undefined;

export const hasBegun = (date: string, { timeZone }: Deadline, at: Instant): boolean =>
  dateAt(at, timeZone) >= date;
