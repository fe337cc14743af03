import * as z from "zod";
import type { Feedback } from "#shared/domain/feedback.ts";
import { InstantText } from "#shared/domain/time.ts";

/** The mail that is spoken of. Its addresses and headers are left unread. */
const mail = z.object({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())).default({}) });
const timestamp = InstantText;

/** What SES tells by way of EventBridge, as far as it is of use. It may have fields that nobody knows yet. */
export const SesEvent = z.object({
  detail: z.discriminatedUnion("eventType", [
    z.object({ eventType: z.literal("Delivery"), mail, delivery: z.object({ timestamp }) }),
    z.object({
      eventType: z.literal("DeliveryDelay"),
      mail,
      deliveryDelay: z.object({ timestamp, delayType: z.string() }),
    }),
    z.object({
      eventType: z.literal("Bounce"),
      mail,
      bounce: z.object({
        timestamp,
        feedbackId: z.string(),
        bounceType: z.string(),
        bounceSubType: z.string(),
      }),
    }),
    z.object({
      eventType: z.literal("Complaint"),
      mail,
      complaint: z.object({
        timestamp,
        feedbackId: z.string(),
        complaintSubType: z.string().nullish(),
        complaintFeedbackType: z.string().nullish(),
      }),
    }),
    z.object({
      eventType: z.literal("Reject"),
      mail: mail.extend({ timestamp }),
      reject: z.object({ reason: z.string() }),
    }),
  ]),
});
type Detail = z.infer<typeof SesEvent>["detail"];

/** Somebody who moves a mail out of the junk says the opposite of a complaint. */
const isPraise = (detail: Detail): boolean =>
  detail.eventType === "Complaint" && detail.complaint.complaintFeedbackType === "not-spam";

const toldIn = (detail: Detail): Omit<Feedback, "sesId"> => {
  switch (detail.eventType) {
    case "Delivery": {
      const { timestamp: at } = detail.delivery;
      return { what: "delivered", id: at.toString(), at };
    }
    case "DeliveryDelay": {
      const { timestamp: at, delayType } = detail.deliveryDelay;
      return { what: "delayed", id: at.toString(), because: delayType, at };
    }
    case "Bounce": {
      const { timestamp: at, feedbackId: id, bounceType, bounceSubType } = detail.bounce;
      const what = bounceType === "Permanent" ? "bounced-for-good" : "bounced-for-now";
      return { what, id, because: bounceSubType, at };
    }
    case "Complaint": {
      const { timestamp: at, feedbackId: id, complaintSubType, complaintFeedbackType } = detail.complaint;
      const because = complaintSubType ?? complaintFeedbackType ?? undefined;
      return { what: "complained", id, ...(because && { because }), at };
    }
    case "Reject": {
      const { timestamp: at } = detail.mail;
      return { what: "rejected", id: at.toString(), at };
    }
  }
};

/** What is told of the mail, or nothing when it is nothing to be kept. */
export const feedbackIn = (detail: Detail): Feedback | undefined =>
  isPraise(detail) ? undefined : { sesId: detail.mail.messageId, ...toldIn(detail) };
