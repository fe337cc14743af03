import type { Application } from "#shared/domain/application.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { owe } from "#shared/domain/message.ts";
import { dueReminder, remindersOf } from "#shared/domain/reminders.ts";
import { isAfter } from "#shared/domain/time.ts";
import { hasSignedUp } from "#shared/records/registrations.ts";
import { oweAll } from "./notices.ts";
import { forEachCall, type Outcome, onceForEach } from "./once.ts";
import type { Around, OpenCall } from "./terms.ts";
import { isWorkingDay } from "./working-days.ts";

const remindOwner = async (around: Around, webinarId: string, application: Application): Promise<Outcome> => {
  const { id: applicationId, callId, owner, language } = application;
  if (await hasSignedUp(around.table, webinarId, owner.email)) return "done";
  // One mail to a person, however many drafts they have.
  const id = `webinar-reminder.${sha256(webinarId).slice(0, 16)}.${sha256(owner.id).slice(0, 32)}`;
  const content = { kind: "webinar-reminder", callId, applicationId, reader: owner.id } as const;
  await oweAll(around.table, application, [owe({ id, to: owner.email, language, content }, around.at)]);
  return "done";
};

const remindOfOne = async (around: Around, { call, applications }: OpenCall): Promise<Outcome> => {
  const { id, signUpDeadline: deadline } = call.webinar;
  const reminder = remindersOf(deadline, isWorkingDay).filter(({ kind }) => kind === "two-days");
  const due = dueReminder(reminder, { deadline, at: around.at });
  if (!due) return "done";
  const drafts = async () =>
    (await applications()).filter(
      ({ state, startedAt }) => state === "draft" && !isAfter(startedAt, due.dueAt),
    );
  const term = { call, name: "webinar", deadline, applications: drafts };
  return onceForEach(around, term, "reminded", (one) => remindOwner(around, id, one));
};

/** Reminds those who have a draft, and are not at the webinar, before its sign-up closes. */
export const remindOfWebinars = (around: Around): Promise<boolean> =>
  forEachCall(around, (one) => remindOfOne(around, one));
