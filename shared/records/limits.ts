import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { hourOf, type Limit } from "#shared/domain/limit.ts";
import type { Instant } from "#shared/domain/time.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { timeToLive, timeToLiveAttribute } from "./time-to-live.ts";
import { update } from "./writes.ts";

/** Counts a try, and says whether it is within the limit. One beyond it is not counted. */
export const isWithin = async (table: Table, { of, most }: Limit, at: Instant): Promise<boolean> => {
  const { from, until } = hourOf(at);
  const count = {
    text: `SET #tries = if_not_exists(#tries, :none) + :one, #item = :limit, #${timeToLiveAttribute} = :until`,
    values: { none: 0, one: 1, limit: "limit", until: timeToLive(until)[timeToLiveAttribute] },
  };
  const command = update(table, keys.limit(of, from), count, {
    text: "attribute_not_exists(#tries) OR #tries < :most",
    values: { most },
  });
  return (await ifItHolds(() => table.client.send(new UpdateItemCommand(command)))) !== undefined;
};
