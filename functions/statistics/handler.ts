import middy from "@middy/core";
import * as z from "zod";
import { countRecords } from "#shared/records/numbers.ts";
import type { Table } from "#shared/records/table.ts";

const text = z.object({ S: z.string() });

/** Which records have changed. What they say is read, so the order in which changes are heard of does not matter. */
const Stream = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }) })),
});

/** Counts what the table's stream tells of. What breaks comes again, all of it: counting twice adds nothing. */
export const createHandler = (table: Table) =>
  middy<unknown, void>().handler(async (event) => {
    const changed = Stream.parse(event).Records.map(({ dynamodb: { Keys } }) => ({
      pk: Keys.pk.S,
      sk: Keys.sk.S,
    }));
    const once = new Map(changed.map((key) => [key.pk + key.sk, key]));
    await countRecords(table, [...once.values()]);
  });
