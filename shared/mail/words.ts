import { findCall } from "#shared/calls/index.ts";
import type { Message } from "#shared/domain/message.ts";
import { changesNotSent, receipt, withdrawal } from "./application-letters.ts";
import { webinarCircular } from "./circular-letter.ts";
import { closingSummary } from "./closing-letter.ts";
import { invitation, ownershipReceived } from "./colleague-letters.ts";
import { deletionNotice, draftExpired, reminder } from "./deadline-letters.ts";
import { exportReady } from "./export-letter.ts";
import { deadlineMoved, extensionGranted } from "./later-letters.ts";
import type { Letter } from "./letter.ts";
import {
  registration,
  registrationCancelled,
  registrationLink,
  registrationWaiting,
} from "./registration-letters.ts";
import { webinarCalledOff, webinarChanged } from "./webinar-change-letters.ts";
import { webinarReminder } from "./webinar-letters.ts";
import { webinarSoon, webinarThanks } from "./webinar-soon-letters.ts";

/** The words of a message in its reader's language. Every kind has them or does not compile. */
export const letterOf = (
  { content, language }: Pick<Message, "content" | "language">,
  siteUrl: string,
): Letter => {
  const call = findCall(content.callId)?.call;
  if (!call) throw new Error("A message is about a call that there is not");
  const around = { call, language, siteUrl };
  switch (content.kind) {
    case "receipt":
      return receipt(content, around);
    case "withdrawal":
      return withdrawal(content, around);
    case "draft-expired":
      return draftExpired(content, around);
    case "changes-not-sent":
      return changesNotSent(content, around);
    case "registration":
      return registration(content, around);
    case "registration-waiting":
      return registrationWaiting(content, around);
    case "registration-link":
      return registrationLink(content, around);
    case "registration-cancelled":
      return registrationCancelled(content, around);
    case "webinar-changed":
      return webinarChanged(content, around);
    case "webinar-soon":
      return webinarSoon(content, around);
    case "webinar-thanks":
      return webinarThanks(content, around);
    case "webinar-circular":
    case "webinar-circular-trial":
      return webinarCircular(content, around);
    case "webinar-called-off":
      return webinarCalledOff(content, around);
    case "invitation":
      return invitation(content, around);
    case "ownership-received":
      return ownershipReceived(content, around);
    case "extension-granted":
      return extensionGranted(content, around);
    case "deadline-moved":
      return deadlineMoved(content, around);
    case "reminder":
      return reminder(content, around);
    case "webinar-reminder":
      return webinarReminder(content, around);
    case "deletion-notice":
      return deletionNotice(content, around);
    case "export-ready":
      return exportReady(content, around);
    case "closing-summary":
      return closingSummary(content, around);
  }
};
