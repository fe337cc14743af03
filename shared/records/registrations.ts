import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { Registration, type RegistrationId, registrationIdOf } from "#shared/domain/registration.ts";
import { callKeyOf, ownerKeys } from "./index-keys.ts";
import { messagePut } from "./messages.ts";
import { needsWrite } from "./needs.ts";
import { readItem, readListing, readMany } from "./reads.ts";
import { timeSort } from "./sort-keys.ts";
import { type Item, type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { put, stillAt } from "./writes.ts";

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

/** Those of these that there are, in no particular order. */
export const findRegistrations = async (
  table: Table,
  webinarId: string,
  ids: readonly RegistrationId[],
): Promise<Registration[]> => {
  const items = await readMany(
    table,
    ids.map((id) => keys.registration(webinarId, id)),
  );
  return items.map((item) => Registration.parse(item));
};

/** Whether this address has signed up, also if the place was given back since. */
export const hasSignedUp = async (table: Table, webinarId: string, address: string): Promise<boolean> => {
  const email = EmailAddress.safeParse(address);
  if (!email.success) return false;
  return (await findRegistration(table, webinarId, registrationIdOf(webinarId, email.data))) !== undefined;
};

/** A registration as it is to be, over the earlier one or where there was none, with what is written beside it. */
export interface RegistrationChange {
  readonly registration: Registration;
  readonly earlier?: Registration | undefined;
  /** What tells of it, where something does. */
  readonly message?: Message;
  /** What they need in order to take part; empty when nothing. Left as it is when it is not said. */
  readonly needs?: string;
}

/** The writes of a change, the registration's own first: it has the revision decided on, and the message is not owed yet. */
export const registrationWrites = (
  table: Table,
  { registration, earlier, message, needs }: RegistrationChange,
): readonly TransactWriteItem[] => {
  const owner = ownerKeys.registration(registration.webinarId, registration.id);
  return [
    { Put: put(table, registrationItem(registration), stillAt(earlier?.revision ?? 0)) },
    ...(message ? [{ Put: messagePut(table, message, owner) }] : []),
    ...(needs === undefined ? [] : [needsWrite(table, registration, needs)]),
  ];
};

/** Keeps a change that concerns no place, and owes the message that tells of it. */
export const keepRegistration = async (
  table: Table,
  change: RegistrationChange,
): Promise<"kept" | "changed"> => {
  const written = await transact(table, registrationWrites(table, change));
  return written === "done" ? "kept" : "changed";
};

/** All registrations for a call's webinar whatever their state, the first first. */
export const registrationsOfCall = async (table: Table, callId: CallId): Promise<Registration[]> => {
  const items = await readListing(table, callId, "REGISTRATIONS");
  return items.map((item) => Registration.parse(item));
};
