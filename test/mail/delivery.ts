import { onTestFinished, vi } from "vitest";
import type { Message } from "#shared/domain/message.ts";
import { openPost, type Post } from "#shared/mail/ses.ts";
import { openTable, type Table } from "#shared/records/table.ts";
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

/** Stands in the way of every request of a run, to the table and to SES. */
export type Guard = <Answer>(go: () => Promise<Answer>) => Promise<Answer>;

/** What the table's stream tells the function of messages just owed. */
export const streamOf = (messages: readonly Message[]) => ({
  Records: messages.map(({ id, owedAt }, i) => ({
    dynamodb: {
      SequenceNumber: `${i + 1}`,
      ApproximateCreationDateTime: Math.floor(owedAt.epochMilliseconds / 1000),
      NewImage: { id: { S: id } },
    },
  })),
});

/** A process that is killed at its nth step, before the step or when it is done: nothing that it does after that happens. */
export const killedAt = (step: number, when: "before" | "after") => {
  const life = { steps: 0, isOver: false };
  const guard: Guard = async (go) => {
    life.steps += 1;
    if (life.isOver) throw new Error("killed");
    life.isOver = life.steps === step;
    if (!life.isOver) return go();
    if (when === "after") await go();
    throw new Error("killed");
  };
  return { guard, life };
};

const tableBehind = (guard: Guard, name: string): Table => {
  const table = openTable(name);
  table.client.middlewareStack.add((next) => (given) => guard(() => next(given)), { step: "initialize" });
  return table;
};

const postBehind = (guard: Guard, post: Post): Post => {
  post.client.middlewareStack.add((next) => (given) => guard(() => next(given)), { step: "initialize" });
  return post;
};

/** The function with a small SES of its own, which may be down, or find that it is too much. */
export const startDelivery = async (table: Table, given: { from?: string; caller?: string } = {}) => {
  const state = { isDown: false, isBusy: false };
  const template = templateOf({ Resources: resources });
  const permissions = permissionsIn(template, [functionOf("", { id: "Sender", role: "sends" })]);
  const mailbox = openMailbox(undefined);
  const server = sesServer({
    ...{ template, permissions, mailbox, clock: makeClock(0) },
    outage: () => state.isDown,
    throttles: () => state.isBusy,
  });
  await listen(server);
  const { accessKeyId, secretAccessKey } = credentialsOf(given.caller ?? "Sender");
  vi.stubEnv("AWS_ENDPOINT_URL_SES", `http://${addressOf(server)}`);
  vi.stubEnv("AWS_ACCESS_KEY_ID", accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", secretAccessKey);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const openOwnPost = () => {
    const post = openPost({ configurationSet: "delivery", from: given.from ?? from });
    onTestFinished(() => post.client.destroy());
    return post;
  };
  const sender = { from, replyTo: "svar@opptak.example", siteUrl: "https://opptak.example" };
  const runWith = (own: Table, post: Post) => {
    const handler = createHandler({
      ...{ table: own, post, sender, random: () => 0.5, perSecond: rememberedRate(post) },
    });
    return (event: unknown) => handler(event, {} as never);
  };
  /** The function in another process, with something in the way of all that it asks for. */
  const runBehind = (guard: Guard) =>
    runWith(tableBehind(guard, table.name), postBehind(guard, openOwnPost()));
  return { run: runWith(table, openOwnPost()), runBehind, mailbox, state, close };
};
