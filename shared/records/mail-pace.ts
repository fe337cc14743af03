import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { noPlaces, Pace, takePlaces } from "#shared/domain/pace.ts";
import type { Instant } from "#shared/domain/time.ts";
import { readItem } from "./reads.ts";
import { ifItHolds, mostTries, pause, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, type Expression, present, update } from "./writes.ts";

const keep = (table: Table, pace: Pace, condition: Expression) => {
  const how = {
    text: "SET #places = :places, #at = :at, #item = :item",
    values: { ...z.encode(Pace, pace), item: "mail-pace" },
  };
  return ifItHolds(() =>
    table.client.send(new UpdateItemCommand(update(table, keys.mailPace, how, condition))),
  );
};

const stillAs = ({ places, at }: Pace): Expression => ({
  text: "#places = :before AND #at = :since",
  values: { before: places, since: z.encode(Pace, { places, at }).at },
});

/** Takes as many places as there are of those wanted. None, when too many are taking some: what has none is sent later. */
export const takeMailPlaces = async (
  table: Table,
  wanted: { readonly perSecond: number; readonly wanted: number; readonly at: Instant },
): Promise<number> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const item = await readItem(table, keys.mailPace);
    // One that cannot be read is replaced: no mail waits for it.
    const before = Pace.safeParse(item).data;
    const { taken, pace } = takePlaces(before, wanted);
    if (taken === 0) return 0;
    if (await keep(table, pace, before ? stillAs(before) : item ? present : absent)) return taken;
    await pause(tries);
  }
  return 0;
};

/** Lets everybody who sends slow down. */
export const slowDown = async (table: Table, at: Instant): Promise<void> => {
  await keep(table, noPlaces(at), { text: "attribute_not_exists(#at) OR #at <= :at" });
};
