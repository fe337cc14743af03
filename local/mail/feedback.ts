import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Clock } from "../clock.ts";
import { type BusEvent, eventRulesIn } from "../event-rules.ts";
import type { Lambda } from "../lambda.ts";
import type { Template } from "../template.ts";
import { type Told, toldOf } from "./fates.ts";
import type { Mailbox, StoredMail } from "./mailbox.ts";
import type { Postman } from "./moods.ts";

export interface FeedbackOptions {
  readonly template: Template;
  readonly mailbox: Mailbox;
  readonly postman: Postman;
  readonly invokeAsync: Lambda["invokeAsync"];
  readonly clock: Pick<Clock, "now">;
  readonly log: (line: string) => void;
}

const detailTypes: Readonly<Record<Told["eventType"], string>> = {
  Delivery: "Email Delivered",
  DeliveryDelay: "Email Delivery Delayed",
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
  Reject: "Email Rejected",
};

const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string().endsWith("event-bus/default") }),
  }),
});

/** Which events of which configuration set go to EventBridge. */
const destinationsIn = (template: Template) => {
  const wanted = template
    .resources("AWS::SES::ConfigurationSetEventDestination")
    .map(({ id, properties }) => {
      const parsed = Destination.safeParse(properties);
      if (!parsed.success) throw new Error(`${id} cannot run here: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
  return (set: string | undefined, eventType: string): boolean =>
    wanted.some(
      ({ ConfigurationSetName, EventDestination: { Enabled, MatchingEventTypes } }) =>
        Enabled &&
        ConfigurationSetName === set &&
        MatchingEventTypes.some((type) => type.toLowerCase() === eventType.toLowerCase()),
    );
};

const mailOf = (mail: StoredMail) => ({
  timestamp: new Date(mail.sentAt).toISOString(),
  messageId: mail.id,
  source: mail.source,
  destination: mail.destinations,
  tags: {
    ...(mail.configurationSet && { "ses:configuration-set": [mail.configurationSet] }),
    ...Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, value]) => [name, [value]])),
  },
});

/** Tells the functions that the template's rules name what becomes of each mail, as SES does by way of EventBridge. */
export const startMailFeedback = (options: FeedbackOptions) => {
  const { template, mailbox, postman, invokeAsync, clock, log } = options;
  const functionsFor = eventRulesIn(template);
  const isWanted = destinationsIn(template);
  const underWay = new Set<Promise<void>>();

  const eventOf = (mail: StoredMail, { eventType, about }: Told): BusEvent => ({
    version: "0",
    id: randomUUID(),
    "detail-type": detailTypes[eventType],
    source: "aws.ses",
    account: template.account,
    time: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, "Z"),
    region: template.region,
    resources: [],
    detail: { eventType, mail: mailOf(mail), ...about },
  });

  const tell = async (mail: StoredMail): Promise<void> => {
    for (const told of toldOf(mail, postman.mood, clock.now())) {
      if (!isWanted(mail.configurationSet, told.eventType)) continue;
      const event = eventOf(mail, told);
      await Promise.all(functionsFor(event).map((arn) => invokeAsync(arn, event)));
    }
  };

  mailbox.whenKept((mail) => {
    const telling = tell(mail)
      .catch((error: unknown) => log(`mail feedback: ${error instanceof Error ? error.message : error}`))
      .finally(() => underWay.delete(telling));
    underWay.add(telling);
  });
  return { settled: async (): Promise<void> => void (await Promise.all(underWay)) };
};
