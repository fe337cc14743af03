import type { MessageContent } from "#shared/domain/message.ts";
import { withKey } from "#shared/domain/registration.ts";
import { placeNotice } from "#shared/domain/registration-notices.ts";
import type { Instant } from "#shared/domain/time.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { newKey } from "#shared/records/places.ts";
import { findRegistration, type RegistrationChange } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";

/** What is sent in place of a message, and the change of the registration that its new link is known by. */
export interface Renewed {
  readonly content: MessageContent;
  readonly change: RegistrationChange;
}

const withLink: ReadonlySet<string> = new Set([
  "registration",
  "registration-waiting",
  "registration-link",
] satisfies MessageContent["kind"][]);

/** Of a message with the link to a registration, whose key is not kept: what it would say now, with a new link. It is "not-true" for whoever has cancelled, and none of another message. */
export const renewed = async (
  table: Table,
  content: MessageContent,
  at: Instant,
): Promise<Renewed | "not-true" | undefined> => {
  if (!("registrationId" in content) || !withLink.has(content.kind)) return undefined;
  const webinar = (await findCallInForce(table, content.callId))?.call.webinar;
  const earlier = await findRegistration(table, content.webinarId, content.registrationId);
  if (!webinar || !earlier || earlier.state === "cancelled") return "not-true";
  const { key, keyHash } = newKey();
  const registration = { ...withKey(earlier, keyHash), revision: earlier.revision + 1 };
  const { content: now } = placeNotice({ registration, webinar, key, at });
  return { content: now, change: { registration, earlier } };
};
