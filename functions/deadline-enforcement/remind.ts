import type { Application } from "#shared/domain/application.ts";
import { dueReminder, type Reminder, remindersOf } from "#shared/domain/reminders.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";
import { noticesTo, oweAll } from "./notices.ts";
import { forEachTerm, isDoneFor, type Outcome, onceForEach } from "./once.ts";
import type { Around, Term } from "./terms.ts";
import { isWorkingDay } from "./working-days.ts";

/** Since when this deadline has been theirs to think of. */
const since = ({ startedAt, extension }: Application): Instant =>
  extension && isAfter(extension.grantedAt, startedAt) ? extension.grantedAt : startedAt;

const remindOf = async (
  { table, at }: Around,
  { deadline }: Term,
  application: Application,
  { kind, dueAt }: Reminder,
): Promise<Outcome> => {
  if (application.state !== "draft" || isAfter(since(application), dueAt)) return "done";
  const occasion = { deadline, at, words: `reminder-${kind}` };
  const messages = await noticesTo(table, application, occasion, (ids) => ({
    kind: "reminder",
    ...ids,
    which: kind,
  }));
  await oweAll(table, application, messages);
  return "done";
};

const actionOf = ({ kind }: Reminder): string => `reminded-${kind}`;

/** A run that comes when a later one has been: what it would say has been said better. */
const isOutdone = async (around: Around, term: Term, later: readonly Reminder[]): Promise<boolean> => {
  for (const one of later) if (await isDoneFor(around, term, actionOf(one))) return true;
  return false;
};

/** Reminds those who have a draft of the deadline. What is still true of it is found out when the mail is sent. */
export const remind = (around: Around): Promise<boolean> =>
  forEachTerm(around, async (term) => {
    const { deadline } = term;
    const reminders = remindersOf(deadline, isWorkingDay);
    const due = dueReminder(reminders, { deadline, at: around.at });
    if (!due || (await isOutdone(around, term, reminders.slice(reminders.indexOf(due) + 1)))) return "done";
    return onceForEach(around, term, actionOf(due), (one) => remindOf(around, term, one, due));
  });
