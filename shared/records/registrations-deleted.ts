import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { removeAll } from "./deletions.ts";
import { readAll } from "./reads.ts";
import { registrationsOfCall } from "./registrations.ts";
import type { Table } from "./table.ts";
import { keys, ownerKeys } from "./table-keys.ts";

const Keyed = z.object({ pk: z.string(), sk: z.string() });

/** Its messages first, which are found by it; itself last, so that what is broken off is found again. */
const deleteRegistration = async (table: Table, { webinarId, id }: Registration): Promise<void> => {
  const messages = await readAll(table, { index: "byOwner", key: ownerKeys.registration(webinarId, id) });
  const own = [keys.needs(webinarId, id), keys.registration(webinarId, id)];
  await removeAll(table, [...messages.map((item) => Keyed.parse(item)), ...own]);
};

/** Deletes all that is kept of those who signed up for a call's webinar, and says how many they were. */
export const deleteRegistrations = async (table: Table, callId: CallId): Promise<number> => {
  const all = await registrationsOfCall(table, callId);
  for (const registration of all) await deleteRegistration(table, registration);
  return all.length;
};
