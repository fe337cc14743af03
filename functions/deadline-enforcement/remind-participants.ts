import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Registration } from "#shared/domain/registration.ts";
import {
  isRemindedOf,
  soonDue,
  soonNotice,
  thanksDue,
  thanksNotice,
} from "#shared/domain/webinar-reminders.ts";
import { log } from "#shared/http/log.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { oweToEach } from "#shared/records/webinar-notices.ts";
import { doOnce } from "./once.ts";
import type { Around } from "./terms.ts";
import { forEachWebinar } from "./webinars.ts";

/** Owes each of those with a place a message. When all have it, they are not read again. */
const tellOnce = async (
  { table }: Around,
  call: Call,
  action: string,
  messageTo: (registration: Registration) => Message | undefined,
): Promise<void> => {
  await doOnce(table, call, action, async () => {
    const registrations = await registrationsOfCall(table, call.id);
    await oweToEach(table, registrations, messageTo);
    log("webinar.reminded", { callId: call.id, action, registrations: registrations.length });
    return true;
  });
};

/** Reminds those with a place, with where to join. */
export const remindParticipants = forEachWebinar(async (around, call) => {
  const { webinar } = call;
  const due = soonDue(webinar, around.at);
  if (!due) return;
  const action = `webinar-soon-${due.kind}.${webinar.id}.${webinar.startsAt}`;
  await tellOnce(around, call, action, (registration) =>
    isRemindedOf(registration, due)
      ? soonNotice({ registration, webinar, at: around.at }, due.kind)
      : undefined,
  );
});

/** Thanks those who had a place, as soon as it can be seen again. */
export const thankParticipants = forEachWebinar(async (around, call) => {
  const { webinar } = call;
  const recording = thanksDue(webinar, around.at);
  if (!recording) return;
  await tellOnce(around, call, `webinar-thanks.${webinar.id}`, (registration) =>
    registration.state === "registered"
      ? thanksNotice({ registration, webinar, at: around.at }, recording)
      : undefined,
  );
});
