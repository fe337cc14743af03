import { simpleParser } from "mailparser";
import type { Message } from "#shared/domain/message.ts";
import { findMessage } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { startDelivery } from "../mail/delivery.ts";

/** What comes of a message when the stream tells of it some minutes after it was owed. */
export const delivered = async (table: Table, message: Message, minutes = 5) => {
  const { run, mailbox } = await startDelivery(table);
  const at = message.owedAt.add({ minutes }).epochMilliseconds / 1000;
  const dynamodb = {
    SequenceNumber: "1",
    ApproximateCreationDateTime: at,
    NewImage: { id: { S: message.id } },
  };
  await run({ Records: [{ eventName: "INSERT", dynamodb }] });
  const [mail] = mailbox.all();
  const stored = await findMessage(table, message.id);
  return { state: stored?.state, content: stored?.content, mail: mail && (await simpleParser(mail.raw)) };
};
