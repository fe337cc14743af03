import type { CallId } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { removeAll } from "./batches.ts";
import { ownerKeys } from "./index-keys.ts";
import { isMailOnItsWay } from "./messages.ts";
import { readAll } from "./reads.ts";
import { registrationsOfCall } from "./registrations.ts";
import type { Table } from "./table.ts";
import { Keyed, keys } from "./table-keys.ts";

/** Its messages first, which are found by it; itself last, so that what is broken off is found again. Not while one of them is to go first. */
const deleteRegistration = async (table: Table, { webinarId, id }: Registration): Promise<boolean> => {
  const messages = await readAll(table, { index: "byOwner", key: ownerKeys.registration(webinarId, id) });
  if (isMailOnItsWay(messages)) return false;
  const own = [keys.needs(webinarId, id), keys.registration(webinarId, id)];
  await removeAll(table, [...messages.map((item) => Keyed.parse(item)), ...own]);
  return true;
};

/** Deletes all that is kept of those who signed up for a call's webinar, and says how many they were and how many wait for their mail. */
export const deleteRegistrations = async (
  table: Table,
  callId: CallId,
): Promise<{ deleted: number; waiting: number }> => {
  const counts = { deleted: 0, waiting: 0 };
  for (const one of await registrationsOfCall(table, callId))
    counts[(await deleteRegistration(table, one)) ? "deleted" : "waiting"] += 1;
  return counts;
};
