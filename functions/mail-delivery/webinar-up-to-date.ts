import { findCall } from "#shared/calls/index.ts";
import { isStillFor } from "#shared/domain/circular.ts";
import type { MessageContent } from "#shared/domain/message.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";
import { isLastWord } from "#shared/domain/webinar-notices.ts";
import { findCallInForce } from "#shared/records/calls.ts";
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

/** The webinar in force, for somebody who has a place at it still, and while it is held. */
const webinarOfHolder = async (
  table: Table,
  { callId, webinarId, registrationId }: Of<"webinar-soon" | "webinar-thanks">,
) => {
  const registration = await findRegistration(table, webinarId, registrationId);
  const webinar = (await findCallInForce(table, callId))?.call.webinar;
  return registration?.state === "registered" && !webinar?.cancelledAt ? webinar : undefined;
};

/** With where to join as it is now; not when it has begun, or is to be at another time, of which there is another reminder. */
export const soonNow = async (
  table: Table,
  content: Of<"webinar-soon">,
  at: Instant,
): Promise<Of<"webinar-soon"> | undefined> => {
  const webinar = await webinarOfHolder(table, content);
  if (!webinar?.startsAt.equals(content.webinar.startsAt) || !isAfter(webinar.startsAt, at)) return undefined;
  const { joinLink } = webinar;
  return { ...content, webinar: { ...content.webinar, ...(joinLink && { joinLink }) } };
};

/** With where to see it as it is now. */
export const thanksNow = async (
  table: Table,
  content: Of<"webinar-thanks">,
): Promise<Of<"webinar-thanks"> | undefined> => {
  const webinar = await webinarOfHolder(table, content);
  return webinar?.recording ? { ...content, recording: webinar.recording } : undefined;
};

/** With when the webinar is now; not for somebody who has cancelled, or come since. */
export const circularNow = async (
  table: Table,
  content: Of<"webinar-circular">,
): Promise<Of<"webinar-circular"> | undefined> => {
  const registration = await findRegistration(table, content.webinarId, content.registrationId);
  const webinar = (await findCallInForce(table, content.callId))?.call.webinar;
  if (!registration || !webinar || !isStillFor(content, registration)) return undefined;
  const { startsAt, endsAt, cancelledAt } = webinar;
  return { ...content, webinar: { startsAt, endsAt }, ...(cancelledAt && { calledOff: true }) };
};
