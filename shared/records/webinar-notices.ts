import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { WebinarRecord } from "#shared/domain/webinar.ts";
import { changeNotice } from "#shared/domain/webinar-notices.ts";
import { ownerKeys } from "./index-keys.ts";
import { oweOnce } from "./messages.ts";
import { registrationsOfCall } from "./registrations.ts";
import type { Table } from "./table.ts";

const atOnce = 10;

/** Owes each of these a message, if there is one for them. One that is owed already stays as it is. */
export const oweToEach = async (
  table: Table,
  registrations: readonly Registration[],
  messageTo: (registration: Registration) => Message | undefined,
): Promise<void> => {
  const oweTo = async (registration: Registration): Promise<void> => {
    const message = messageTo(registration);
    const owner = ownerKeys.registration(registration.webinarId, registration.id);
    if (message) await oweOnce(table, message, owner);
  };
  for (let first = 0; first < registrations.length; first += atOnce)
    await Promise.all(registrations.slice(first, first + atOnce).map(oweTo));
};

/** Owes everybody whom the last change of a webinar concerns a mail of it, the first so many of them or all. Does what is left to do however often it runs. */
export const tellOfChange = async (
  table: Table,
  call: Pick<Call, "id" | "webinar">,
  record: WebinarRecord,
  { at, most }: { readonly at: Instant; readonly most?: number },
): Promise<void> => {
  const registrations = (await registrationsOfCall(table, call.id)).slice(0, most);
  await oweToEach(table, registrations, (one) => changeNotice(call, record, one, at));
};
