import type { Application } from "#shared/domain/application.ts";
import type { CallId } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Message } from "#shared/domain/message.ts";
import { callEventPut } from "./events.ts";
import { historyWrites } from "./history.ts";
import { messagePut } from "./messages.ts";
import { type RegistrationChange, registrationWrites } from "./registrations.ts";
import { type Table, transact } from "./table.ts";

/** Owes a message once more and notes who wanted it: in the application's history, or with the call when there is none; then with the change of a registration, when the message has a new link to it. */
export const oweAgain = async (
  table: Table,
  about:
    | { readonly application: Application }
    | { readonly callId: CallId; readonly change?: RegistrationChange | undefined },
  {
    message,
    ownerKey,
    event,
  }: { readonly message: Message; readonly ownerKey: string; readonly event: Event },
): Promise<"owed" | "changed"> => {
  const noted =
    "application" in about
      ? historyWrites(table, about.application, { event, byStaff: true })
      : [
          { Put: callEventPut(table, about.callId, event) },
          ...(about.change ? registrationWrites(table, about.change) : []),
        ];
  const written = await transact(table, [...noted, { Put: messagePut(table, message, ownerKey) }]);
  return written === "done" ? "owed" : "changed";
};
