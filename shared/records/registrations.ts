import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { Registration, type RegistrationId, registrationIdOf } from "#shared/domain/registration.ts";
import { messagePut } from "./messages.ts";
import { readItem, readListing } from "./reads.ts";
import { type Item, type Table, transact } from "./table.ts";
import { callKeyOf, keys, ownerKeys, timeSort } from "./table-keys.ts";
import { absent, type Expression, put } from "./writes.ts";

const registrationItem = (registration: Registration): Item => ({
  ...z.encode(Registration, registration),
  ...keys.registration(registration.webinarId, registration.id),
  item: "registration",
  callKey: callKeyOf(registration.callId, "REGISTRATIONS", registration.id),
  callSort: timeSort(registration.registeredAt, registration.id),
});

export const findRegistration = async (
  table: Table,
  webinarId: string,
  id: RegistrationId,
): Promise<Registration | undefined> => {
  const item = await readItem(table, keys.registration(webinarId, id));
  return item && Registration.parse(item);
};

/** Whether this address has signed up, also if the place was given back since. */
export const hasSignedUp = async (table: Table, webinarId: string, address: string): Promise<boolean> => {
  const email = EmailAddress.safeParse(address);
  if (!email.success) return false;
  return (await findRegistration(table, webinarId, registrationIdOf(webinarId, email.data))) !== undefined;
};

const stillAs = ({ state, sequence, keyHash }: Registration): Expression => ({
  text: "#state = :state AND #sequence = :sequence AND #keyHash = :keyHash",
  values: { state, sequence, keyHash },
});

/** Keeps a registration over the earlier one, or where there was none, and owes the message that tells of it. */
export const keepRegistration = async (
  table: Table,
  {
    registration,
    earlier,
    message,
  }: {
    readonly registration: Registration;
    readonly earlier?: Registration | undefined;
    readonly message: Message;
  },
): Promise<"kept" | "changed"> => {
  const owner = ownerKeys.registration(registration.webinarId, registration.id);
  const written = await transact(table, [
    { Put: put(table, registrationItem(registration), earlier ? stillAs(earlier) : absent) },
    { Put: messagePut(table, message, owner) },
  ]);
  return written === "done" ? "kept" : "changed";
};

/** All registrations for a call's webinar whatever their state, the first first. */
export const registrationsOfCall = async (table: Table, callId: CallId): Promise<Registration[]> => {
  const items = await readListing(table, callId, "REGISTRATIONS");
  return items.map((item) => Registration.parse(item));
};
