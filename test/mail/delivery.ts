import { onTestFinished, vi } from "vitest";
import { openPost } from "#shared/mail/ses.ts";
import type { Table } from "#shared/records/table.ts";
import { createHandler } from "../../functions/mail-delivery/handler.ts";
import { rememberedRate } from "../../functions/mail-delivery/rate.ts";
import { makeClock } from "../../local/clock.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { openMailbox } from "../../local/mail/mailbox.ts";
import { sesServer } from "../../local/mail/ses.ts";
import { credentialsOf, permissionsIn } from "../../local/permissions.ts";
import { functionOf, templateOf } from "../local/hand-made.ts";

const arnOf = (rest: string) => `arn:aws:ses:eu-north-1:000000000000:${rest}`;
const resources = {
  Identity: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: "opptak.example" } },
  Delivery: { Type: "AWS::SES::ConfigurationSet", Properties: { Name: "delivery" } },
  Role: {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: "sends",
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              {
                Effect: "Allow",
                Action: "ses:SendRawEmail",
                Resource: [arnOf("identity/opptak.example"), arnOf("configuration-set/delivery")],
              },
              { Effect: "Allow", Action: "ses:GetSendQuota", Resource: "*" },
            ],
          },
        },
      ],
    },
  },
};

export const from = "Opptak <noreply@opptak.example>";

/** The function with a small SES of its own, which may be down. */
export const startDelivery = async (table: Table, given: { from?: string; caller?: string } = {}) => {
  const state = { isDown: false };
  const template = templateOf({ Resources: resources });
  const permissions = permissionsIn(template, [functionOf("", { id: "Sender", role: "sends" })]);
  const mailbox = openMailbox(undefined);
  const outage = () => state.isDown;
  const server = sesServer({ template, permissions, mailbox, clock: makeClock(0), outage });
  await listen(server);
  const { accessKeyId, secretAccessKey } = credentialsOf(given.caller ?? "Sender");
  vi.stubEnv("AWS_ENDPOINT_URL_SES", `http://${addressOf(server)}`);
  vi.stubEnv("AWS_ACCESS_KEY_ID", accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", secretAccessKey);
  const post = openPost({ configurationSet: "delivery", from: given.from ?? from });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(() => {
    post.client.destroy();
    close();
  });
  const sender = { from, replyTo: "svar@opptak.example", siteUrl: "https://opptak.example" };
  const handler = createHandler({
    ...{ table, post, sender, random: () => 0.5, perSecond: rememberedRate(post) },
  });
  return { run: (event: unknown) => handler(event, {} as never), mailbox, state, close };
};
