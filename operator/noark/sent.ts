import type { Application } from "#shared/domain/application.ts";
import { deadlineFor } from "#shared/domain/call-deadlines.ts";
import { hasPassed } from "#shared/domain/deadline.ts";
import { isAfter, readZoned } from "#shared/domain/time.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { readOfEach } from "#shared/records/reads.ts";
import { receiptsOf } from "#shared/records/receipts.ts";
import type { Table } from "#shared/records/table.ts";
import { CannotRead } from "../source.ts";
import type { HandOver, SentApplication } from "./cases.ts";

const withReceipts = async (table: Table, application: Application): Promise<SentApplication> => {
  const receipts = (await receiptsOf(table, application)).map(({ receipt }) => receipt);
  if (receipts.length !== application.submissions)
    throw new CannotRead(
      `Application ${application.id} has ${application.submissions} submissions and ${receipts.length} receipts.`,
    );
  return { application, receipts };
};

/** All of a call that has been sent, withdrawn or not. Refuses while more may come: what is handed over is closed (Noark 5, 6.4.12). */
export const readSent = async (table: Table, { call, at }: HandOver): Promise<readonly SentApplication[]> => {
  const all = await applicationsOfCall(table, call.id);
  const open = all.find((application) => !hasPassed(deadlineFor(call, application), at));
  if (open) throw new CannotRead(`Application ${open.id} can still be sent at --at.`);
  const sent = await readOfEach(
    all.filter(({ submissions }) => submissions > 0),
    (application) => withReceipts(table, application),
  );
  const late = sent.find(({ receipts }) =>
    receipts.some(({ receivedAt }) => isAfter(readZoned(receivedAt).at, at)),
  );
  if (late) throw new CannotRead(`Application ${late.application.id} was received after --at.`);
  if (sent.length === 0) throw new CannotRead(`Nothing has been sent to ${call.id}.`);
  return sent;
};
