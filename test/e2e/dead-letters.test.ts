import { PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test, vi } from "vitest";
import * as z from "zod";
import { EmailAddress } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { messagePut } from "#shared/records/messages.ts";
import { encode } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { aMessage, anApplication } from "../support/builders.ts";
import { client, startSystem } from "./road.ts";
import { recordsOf } from "./rush.ts";

const Queues = z.array(
  z.object({
    name: z.string(),
    messages: z.array(
      z.object({
        requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.int() }),
        DDBStreamBatchInfo: z.object({ batchSize: z.int(), startSequenceNumber: z.string() }),
      }),
    ),
  }),
);

const owedAt = instant("2024-04-15T06:59:00Z");
const owedTo = (to: string) => {
  const application = anApplication();
  const message = aMessage(application, { to: EmailAddress.parse(to), owedAt, dueAt: owedAt });
  return { message, ownerKey: ownerKeys.application(application.id) };
};

test("a mail that was given up lies among the dead letters, and goes when its record is put right", {
  timeout: 240_000,
}, async () => {
  const system = await startSystem();
  onTestFinished(() => system.stop());
  const table = recordsOf(system);
  const visitor = client(system.url);
  const mailsTo = async (to: string) =>
    (await system.messages()).filter((one) => one.to.includes(to)).map(({ subject }) => subject);
  const dead = async () =>
    Queues.parse((await visitor.ask("GET", "/local/queues")).json).filter(
      ({ messages }) => messages.length > 0,
    );

  // A record that this release cannot read, as by hand or by another release, beside one that is sound.
  const [broken, sound] = [owedTo("ventar@prove.example"), owedTo("frisk@prove.example")];
  const put = messagePut(table, broken.message, broken.ownerKey);
  const id = encode({ id: "Of another time" });
  await table.client.send(new PutItemCommand({ ...put, Item: { ...put.Item, ...id } }));
  await table.client.send(new PutItemCommand(messagePut(table, sound.message, sound.ownerKey)));

  await vi.waitFor(async () => expect(await dead()).toHaveLength(1), 60_000);
  expect(await dead()).toMatchObject([
    {
      name: expect.stringContaining("Unreadmessage"),
      messages: [
        {
          requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 4 },
          DDBStreamBatchInfo: { batchSize: 1 },
        },
      ],
    },
  ]);
  await vi.waitFor(async () => expect(await mailsTo(sound.message.to)).toHaveLength(1), 20_000);
  // Looked at by the minutely run, and from then on each hour.
  await vi.waitFor(async () => {
    await visitor.ask("POST", "/local/clock", { by: "1260" });
    expect(system.lines.join()).toContain("message.unreadable");
  }, 120_000);
  expect(await mailsTo(broken.message.to)).toEqual([]);

  const mended = new UpdateItemCommand({
    TableName: table.name,
    Key: encode({ ...keys.message(broken.message.id) }),
    UpdateExpression: "SET id = :id",
    ExpressionAttributeValues: encode({ ":id": broken.message.id }),
  });
  await table.client.send(mended);
  await visitor.ask("POST", "/local/clock", { by: "7200" });
  await vi.waitFor(async () => expect(await mailsTo(broken.message.to)).toHaveLength(1), 30_000);
  expect(await mailsTo(sound.message.to)).toHaveLength(1);
});
