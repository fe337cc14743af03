import { randomUUID } from "node:crypto";
import type { Feedback } from "#shared/domain/feedback.ts";
import type { MessageId } from "#shared/domain/message.ts";
import type { Instant } from "#shared/domain/time.ts";
import { messageTag } from "#shared/mail/message-tag.ts";

const detailOf = ({ what, id, because, at }: Omit<Feedback, "sesId">) => {
  const timestamp = at.toString({ fractionalSecondDigits: 3 });
  const bounce = { timestamp, feedbackId: id, bounceSubType: because };
  switch (what) {
    case "delivered":
      return { eventType: "Delivery", delivery: { timestamp, smtpResponse: "250 ok" } };
    case "delayed":
      return { eventType: "DeliveryDelay", deliveryDelay: { timestamp, delayType: because } };
    case "bounced-for-good":
      return { eventType: "Bounce", bounce: { ...bounce, bounceType: "Permanent" } };
    case "bounced-for-now":
      return { eventType: "Bounce", bounce: { ...bounce, bounceType: "Transient" } };
    case "complained":
      return {
        eventType: "Complaint",
        complaint: { timestamp, feedbackId: id, complaintSubType: null, complaintFeedbackType: because },
      };
    case "rejected":
      return { eventType: "Reject", reject: { reason: "Bad content" } };
  }
};

/** What SES tells by way of EventBridge, with more in it than anybody reads. */
export const sesEvent = (message: MessageId, { sesId, ...told }: Feedback) => {
  const { Name, Value } = messageTag(message);
  const mail = {
    timestamp: told.at.toString({ fractionalSecondDigits: 3 }),
    messageId: sesId,
    destination: ["kari@fjord.example"],
    tags: { "ses:configuration-set": ["delivery"], [Name]: [Value] },
  };
  return { source: "aws.ses", id: randomUUID(), detail: { mail, ...detailOf(told), ofTheFuture: true } };
};

export const told = (what: Feedback["what"], at: Instant, given: Partial<Feedback> = {}): Feedback => ({
  sesId: "ses-1",
  what,
  id: at.toString(),
  at,
  ...given,
});
