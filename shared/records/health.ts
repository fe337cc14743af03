import { readItem } from "./reads.ts";
import type { Table } from "./table.ts";
import { keys } from "./table-keys.ts";

/** Throws when the table cannot be read. */
export const canRead = async (table: Table): Promise<void> => {
  await readItem(table, keys.health);
};
