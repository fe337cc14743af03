import middy from "@middy/core";
import * as z from "zod";
import { instant } from "#shared/domain/time.ts";
import { countRecords } from "#shared/records/numbers.ts";
import type { Table } from "#shared/records/table.ts";

const text = z.object({ S: z.string() });

/** Which records have changed. What they say is read, so the order in which changes are heard of does not matter. */
const Stream = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        Keys: z.object({ pk: text, sk: text }),
        /** In seconds since 1970. */
        ApproximateCreationDateTime: z.number(),
      }),
    }),
  ),
});

/** Counts what the table's stream tells of. What breaks comes again, all of it: counting twice adds nothing. */
export const createHandler = (table: Table) =>
  middy<unknown, void>().handler(async (event) => {
    const changed = Stream.parse(event).Records.map(({ dynamodb }) => dynamodb);
    const once = new Map(changed.map(({ Keys: { pk, sk } }) => [pk.S + sk.S, { pk: pk.S, sk: sk.S }]));
    const last = Math.max(...changed.map((one) => one.ApproximateCreationDateTime));
    await countRecords(table, [...once.values()], instant(Math.round(last * 1000)));
  });
