import { DeleteItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type Registration, RegistrationId } from "#shared/domain/registration.ts";
import { dueKeys } from "./index-keys.ts";
import { readAll, readItem } from "./reads.ts";
import { encode, type Table, untilFree } from "./table.ts";
import { keys } from "./table-keys.ts";
import { put } from "./writes.ts";

/** What somebody needs in order to take part. It can tell of their health, so it is in no export or mail, and in one list, for staff. */
const Needs = z.object({ webinarId: z.string(), registrationId: RegistrationId, needs: z.string() });
export type Needs = z.infer<typeof Needs>;

type Whose = Pick<Registration, "webinarId" | "id">;

const dueSortOf = ({ webinarId, id }: Whose): string => `${webinarId}#${id}`;

/** Keeps what is needed, or takes away what was. */
export const needsWrite = (table: Table, whose: Whose, needs: string): TransactWriteItem => {
  const { webinarId, id } = whose;
  const key = keys.needs(webinarId, id);
  if (needs === "") return { Delete: { TableName: table.name, Key: encode({ ...key }) } };
  const due = { dueKey: dueKeys.needs, dueSort: dueSortOf(whose) };
  return { Put: put(table, { webinarId, registrationId: id, needs, ...key, item: "needs", ...due }) };
};

/** Empty when nothing is known. */
export const readNeeds = async (table: Table, { webinarId, id }: Whose): Promise<string> => {
  const item = await readItem(table, keys.needs(webinarId, id));
  return item ? Needs.parse(item).needs : "";
};

/** All that is kept for a webinar, for those who prepare it. */
export const needsOfWebinar = async (table: Table, webinarId: string): Promise<Needs[]> => {
  const items = await readAll(table, {
    index: "byDue",
    key: dueKeys.needs,
    sort: { beginsWith: `${webinarId}#` },
  });
  return items.map((item) => Needs.parse(item));
};

/** Deletes what is kept for a webinar, and says how much it was. What lies there already gone is no failure. */
export const deleteNeeds = async (table: Table, webinarId: string): Promise<number> => {
  const all = await needsOfWebinar(table, webinarId);
  for (const { registrationId } of all) {
    const Key = encode({ ...keys.needs(webinarId, registrationId) });
    await untilFree(() => table.client.send(new DeleteItemCommand({ TableName: table.name, Key })));
  }
  return all.length;
};
