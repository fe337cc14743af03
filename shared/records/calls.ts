import { type CallDefinition, calls } from "#shared/calls/index.ts";
import { CallDeadlines, inForce, type Moved, movesOf } from "#shared/domain/call-deadlines.ts";
import { readAll } from "./reads.ts";
import type { Table } from "./table.ts";
import { allDeadlines } from "./table-keys.ts";

/** A call with the deadlines that hold now, and how they came to. */
export interface CallInForce extends CallDefinition {
  readonly moves: readonly Moved[];
}

/** All calls with the deadlines that hold now. Read each time: a deadline that was moved counts from that moment. */
export const callsInForce = async (table: Table): Promise<readonly CallInForce[]> => {
  const items = await readAll(table, { key: allDeadlines });
  const moved = new Map(items.map((item) => CallDeadlines.parse(item)).map((one) => [one.callId, one]));
  return calls.map((definition) => {
    const deadlines = moved.get(definition.call.id);
    return {
      ...definition,
      call: inForce(definition.call, deadlines),
      moves: movesOf(definition.call, deadlines?.moves ?? []),
    };
  });
};

export const findCallInForce = async (table: Table, id = ""): Promise<CallInForce | undefined> =>
  (await callsInForce(table)).find(({ call }) => call.id === id);
