import { findCall } from "#shared/calls/index.ts";
import type { MessageContent } from "#shared/domain/message.ts";
import { isLastWord } from "#shared/domain/webinar-notices.ts";
import { findRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { readWebinar } from "#shared/records/webinars.ts";

type Of<Kind extends MessageContent["kind"]> = Extract<MessageContent, { kind: Kind }>;

/** Whoever has got a place since, or gone, is not told that they wait. */
export const isStillWaiting = async (
  table: Table,
  { webinarId, registrationId }: Of<"registration-waiting">,
): Promise<boolean> => (await findRegistration(table, webinarId, registrationId))?.state === "waiting";

/** What a later change says better is not told any more, nor to somebody who has gone, or has been told all of it with a new place. */
export const isLastOfWebinar = async (
  table: Table,
  content: Of<"webinar-changed" | "webinar-called-off">,
): Promise<boolean> => {
  const call = findCall(content.callId)?.call;
  const registration = await findRegistration(table, content.webinarId, content.registrationId);
  if (!call || !registration) return false;
  return isLastWord(content, call, await readWebinar(table, call), registration);
};
