import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type Application, ApplicationId } from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import { Reference } from "#shared/domain/reference.ts";
import { deleting } from "./application-item.ts";
import { removeAll } from "./batches.ts";
import { callEventPut } from "./events.ts";
import { dueKeys, ownerKeys } from "./index-keys.ts";
import { readAll } from "./reads.ts";
import { timeSort } from "./sort-keys.ts";
import { ifItHolds, type Table, transact } from "./table.ts";
import { Keyed, keys } from "./table-keys.ts";
import { check, type Expression, update } from "./writes.ts";

/** What is left to know of an application whose deletion has begun. */
const Remains = z.object({ id: ApplicationId, reference: Reference });
export type Remains = z.infer<typeof Remains>;

const asDecidedOn = ({ revision, state }: Application): Expression => ({
  text: "#revision = :revision AND #state = :state",
  values: { revision, state },
});

/**
 * Takes an application from everybody, if it is still as it was decided on, and notes in the call's history that it was
 * deleted. Without a revision and in no state that is known, nothing can be written to it any more.
 */
export const beginDeletion = async (
  table: Table,
  application: Application,
  event: Event,
): Promise<"begun" | "changed"> => {
  const gone = ["revision", "owner", "ownerKey", "ownerSort", "callKey", "callSort"];
  const change = {
    text: `SET #state = :deleting, #dueKey = :dueKey, #dueSort = :dueSort REMOVE ${gone.map((name) => `#${name}`).join(", ")}`,
    values: {
      deleting,
      dueKey: dueKeys.deletions,
      dueSort: timeSort(event.at, application.id),
    },
  };
  const written = await transact(table, [
    { Update: update(table, keys.application(application.id), change, asDecidedOn(application)) },
    { Put: callEventPut(table, application.callId, event) },
  ]);
  return written === "done" ? "begun" : "changed";
};

/** Applications whose deletion has begun and is not at its end, of all calls. */
export const deletionsBegun = async (table: Table): Promise<Remains[]> => {
  const items = await readAll(table, { index: "byDue", key: dueKeys.deletions });
  return items.map((item) => Remains.parse(item));
};

/**
 * Removes all of an application whose deletion has begun: its messages, its reference and what lies in its partition, its
 * own item last. That one's removal tells whoever keeps its files. May be broken off anywhere, and done again.
 */
export const finishDeletion = async (table: Table, { id, reference }: Remains): Promise<void> => {
  const own = keys.application(id);
  const messages = await readAll(table, { index: "byOwner", key: ownerKeys.application(id) });
  const inside = await readAll(table, { key: own.pk });
  const all = [...messages, ...inside].map((item) => Keyed.parse(item));
  await removeAll(table, [
    keys.reference(reference),
    ...all.filter(({ pk, sk }) => pk !== own.pk || sk !== own.sk),
  ]);
  const begun = { text: "#state = :deleting", values: { deleting } };
  await ifItHolds(() => table.client.send(new DeleteItemCommand(check(table, own, begun))));
};
