import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Message } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { openPost } from "#shared/mail/ses.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { createHandler } from "../../functions/mail-delivery/handler.ts";
import { aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

/** An SES that keeps what it is given, or refuses everything. */
const ses = { taken: [] as string[], isDown: false };
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    if (ses.isDown) {
      const error =
        "<ErrorResponse><Error><Type>Receiver</Type><Code>ServiceUnavailable</Code><Message>down</Message></Error></ErrorResponse>";
      response.writeHead(503, { "content-type": "text/xml" }).end(error);
      return;
    }
    ses.taken.push(form.get("Destinations.member.1") ?? "");
    const id = `<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-${ses.taken.length}</MessageId></SendRawEmailResult></SendRawEmailResponse>`;
    response.writeHead(200, { "content-type": "text/xml" }).end(id);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const owe = async (table: Table, email: string): Promise<Message> => {
  const registration = aRegistration({ email: aRegistration().email, name: email });
  const message = aRegistrationMessage(registration, { to: email });
  await keepRegistration(table, { registration, message });
  return message;
};

const start = (table: Table) => {
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("AWS_ENDPOINT_URL_SES", `http://127.0.0.1:${port}`);
  return createHandler({
    table,
    post: openPost({ configurationSet: "set", from: "noreply@opptak.example" }),
    sender: {
      from: "noreply@opptak.example",
      replyTo: "svar@opptak.example",
      siteUrl: "https://opptak.example",
    },
    random: () => 0.5,
  });
};

const streamOf = ({ id, owedAt }: Message) => ({
  Records: [
    {
      eventName: "INSERT",
      dynamodb: {
        SequenceNumber: "1",
        ApproximateCreationDateTime: Math.floor(owedAt.epochMilliseconds / 1000),
        NewImage: { id: { S: id } },
      },
    },
  ],
});

const context = {} as never;

test("a message is sent once though the stream tells of it twice and the schedule runs over it", async () => {
  const table = await freshTable();
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const message = await owe(table, "en@prove.example");
  const handler = start(table);
  // Within the lease of whoever comes first.
  const at = message.owedAt.add({ minutes: 2 }).toString();
  const told = await Promise.all([
    handler(streamOf(message), context),
    handler(streamOf(message), context),
    handler({ at }, context),
  ]);
  expect(told).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }, undefined]);
  await handler({ at }, context);
  expect(ses.taken.filter((to) => to === "en@prove.example")).toHaveLength(1);
});

test("a message waits while SES is down, longer each time, and goes when it is back", async () => {
  const table = await freshTable();
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const message = await owe(table, "ventar@prove.example");
  const handler = start(table);
  ses.isDown = true;
  await handler(streamOf(message), context);
  const later = message.owedAt.add({ hours: 1 });
  const [owed] = await messagesDue(table, later);
  expect(owed).toMatchObject({ state: "owed", attempts: 1 });
  await handler({ at: later.toString() }, context);
  const [stillOwed] = await messagesDue(table, later.add({ hours: 1 }));
  expect(stillOwed?.attempts).toBe(2);
  ses.isDown = false;
  await handler({ at: later.add({ hours: 1 }).toString() }, context);
  expect(ses.taken.filter((to) => to === "ventar@prove.example")).toHaveLength(1);
  expect(await messagesDue(table, instant("2030-01-01T00:00:00Z"))).toEqual([]);
});
