import { describe, expect, test } from "vitest";
import type { Invocation } from "../../local/lambda.ts";
import { startMailFeedback } from "../../local/mail/feedback.ts";
import { openMailbox } from "../../local/mail/mailbox.ts";
import type { MailMood } from "../../local/mail/moods.ts";
import { templateOf } from "./hand-made.ts";

const june = Date.parse("2024-06-21T14:00:00.123Z");
const functionArn = "arn:aws:lambda:eu-north-1:000000000000:function:mail-feedback";

const destination = (types: readonly string[]) => ({
  Type: "AWS::SES::ConfigurationSetEventDestination",
  Properties: {
    ConfigurationSetName: "delivery",
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: types,
      EventBridgeDestination: { EventBusArn: "arn:aws:events:eu-north-1:000000000000:event-bus/default" },
    },
  },
});

const rule = {
  Type: "AWS::Events::Rule",
  Properties: {
    State: "ENABLED",
    EventPattern: {
      source: ["aws.ses"],
      detail: { mail: { tags: { "ses:configuration-set": ["delivery"] } } },
    },
    Targets: [{ Id: "Target0", Arn: functionArn }],
  },
};

const all = ["delivery", "deliveryDelay", "bounce", "complaint", "reject"];

const start = (types: readonly string[] = all) => {
  const template = templateOf({ Resources: { Destination: destination(types), Rule: rule } });
  const told: unknown[] = [];
  const mailbox = openMailbox(undefined);
  const postman: { mood: MailMood } = { mood: "delivers" };
  const invocation: Invocation = { payload: "null", requestId: "1", cold: false };
  const invokeAsync = async (_: string, event: unknown) => {
    told.push(event);
    return invocation;
  };
  const feedback = startMailFeedback({
    ...{ template, mailbox, postman, invokeAsync, clock: { now: () => june }, log: () => {} },
  });
  const send = async (to: string, configurationSet = "delivery") => {
    const sending = { source: "noreply@opptak.example", destinations: [to], raw: Buffer.from("") };
    const mail = mailbox.keep({ ...sending, configurationSet, tags: { message: "receipt_01" } }, june);
    await feedback.settled();
    return mail;
  };
  return { told, postman, send };
};

const detail = (eventType: string, more: object = {}) =>
  expect.objectContaining({ detail: expect.objectContaining({ eventType, ...more }) });

describe("a mail that was taken", () => {
  test("is told to be delivered, with its tags, as SES tells it", async () => {
    const { told, send } = start();
    const { id } = await send("kari@fjord.example");
    const mail = {
      messageId: id,
      tags: { "ses:configuration-set": ["delivery"], message: ["receipt_01"] },
    };
    expect(told).toMatchObject([
      { source: "aws.ses", "detail-type": "Email Delivered", detail: { eventType: "Delivery", mail } },
    ]);
  });

  test.for([
    ["success", ["Delivery"]],
    ["bounce", ["Bounce"]],
    ["complaint", ["Delivery", "Complaint"]],
    ["ooto", ["Delivery", "Bounce"]],
    ["suppressionlist", ["Bounce"]],
    ["bounce+label", ["Bounce"]],
  ] as const)("to %s@ of the simulator meets what that is for", async ([name, types]) => {
    const { told, send, postman } = start();
    postman.mood = "delays";
    await send(`${name}@simulator.amazonses.com`);
    expect(told).toEqual(types.map((type) => detail(type)));
  });

  test.for([
    ["delays", "DeliveryDelay"],
    ["bounces", "Bounce"],
    ["bounces-for-now", "Bounce"],
  ] as const)("meets the mood of the day: %s", async ([mood, type]) => {
    const { told, send, postman } = start();
    postman.mood = mood;
    await send("kari@fjord.example");
    expect(told).toEqual([detail(type)]);
  });

  test("is told of only as the configuration set says", async () => {
    const { told, send } = start(["bounce"]);
    await send("complaint@simulator.amazonses.com");
    await send("bounce@simulator.amazonses.com", "another");
    expect(told).toEqual([]);
    await send("bounce@simulator.amazonses.com");
    expect(told).toEqual([
      detail("Bounce", { bounce: expect.objectContaining({ bounceType: "Permanent" }) }),
    ]);
  });
});
