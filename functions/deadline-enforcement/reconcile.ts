import type { Application } from "#shared/domain/application.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { dateAt } from "#shared/domain/time.ts";
import { type Confirmed, reconcile } from "#shared/domain/undelivered.ts";
import { log } from "#shared/http/log.ts";
import { gatherUnreadable, messagesOf, messagesOfRegistration } from "#shared/records/messages.ts";
import { keepReconciliation, lastReconciliation } from "#shared/records/reconciliations.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { forEachCall } from "./once.ts";
import type { Around, OpenCall } from "./terms.ts";

const isReceiptOf =
  (number: number) =>
  ({ content }: Message): boolean =>
    content.kind === "receipt" && content.number === number;

/** Every submission of an application, with the messages that confirm it. */
const submissionsOf = async (table: Table, application: Application): Promise<readonly Confirmed[]> => {
  const { id, reference, submissions, submittedAt, startedAt } = application;
  if (submissions === 0) return [];
  const { ids: unreadable, keep } = gatherUnreadable();
  const messages = await messagesOf(table, id, keep);
  return Array.from({ length: submissions }, (_, i) => ({
    ...({ about: "submission", id, name: reference, since: submittedAt ?? startedAt } as const),
    messages: messages.filter(isReceiptOf(i + 1)),
    // Which submission it confirms, nobody can say.
    isUnreadable: unreadable.length > 0,
  }));
};

const confirmedOf = async (table: Table, registration: Registration): Promise<Confirmed> => {
  const { id, webinarId, name, registeredAt } = registration;
  const { ids: unreadable, keep } = gatherUnreadable();
  const messages = await messagesOfRegistration(table, webinarId, id, keep);
  const isUnreadable = unreadable.length > 0;
  return { about: "registration", id, name, since: registeredAt, messages, isUnreadable };
};

const look = async ({ table, at }: Around, { call, applications }: OpenCall): Promise<void> => {
  const confirmed: Confirmed[] = [];
  for (const one of await applications()) confirmed.push(...(await submissionsOf(table, one)));
  for (const one of await registrationsOfCall(table, call.id)) confirmed.push(await confirmedOf(table, one));
  const found = reconcile(confirmed, at);
  await keepReconciliation(table, call.id, found);
  log("messages.reconciled", { callId: call.id, confirmed: confirmed.length, undelivered: found.count });
};

/** Once a night, by the call's calendar: whether everybody who sent or signed up has been reached. */
export const reconcileNightly = (around: Around): Promise<boolean> =>
  forEachCall(around, async (one) => {
    const { id, timeZone } = one.call;
    const last = await lastReconciliation(around.table, id);
    const isDone = last && dateAt(last.at, timeZone) === dateAt(around.at, timeZone);
    if (!isDone) await look(around, one);
    return "done";
  });
