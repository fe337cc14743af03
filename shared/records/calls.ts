import { type CallDefinition, calls } from "#shared/calls/index.ts";
import { CallDeadlines, inForce, type Moved, movesOf } from "#shared/domain/call-deadlines.ts";
import { WebinarRecord, webinarInForce } from "#shared/domain/webinar.ts";
import { readAll } from "./reads.ts";
import type { Table } from "./table.ts";
import { allDeadlines } from "./table-keys.ts";

/** A call with the deadlines that hold now, how they came to, and its webinar as it is now. */
export interface CallInForce extends CallDefinition {
  readonly moves: readonly Moved[];
}

/** All calls with the deadlines that hold now and their webinars as they are. Read each time: what was changed counts from that moment. */
export const callsInForce = async (table: Table): Promise<readonly CallInForce[]> => {
  const items = await readAll(table, { key: allDeadlines });
  const of = (kind: string) => items.filter(({ item }) => item === kind);
  const moved = of("deadlines").map((item) => CallDeadlines.parse(item));
  const changed = of("webinar").map((item) => WebinarRecord.parse(item));
  return calls.map((definition) => {
    const { id, webinar } = definition.call;
    const deadlines = moved.find(({ callId }) => callId === id);
    const record = changed.find(({ webinarId }) => webinarId === webinar.id);
    return {
      ...definition,
      call: { ...inForce(definition.call, deadlines), webinar: webinarInForce(definition.call, record) },
      moves: movesOf(definition.call, deadlines?.moves ?? []),
    };
  });
};

export const findCallInForce = async (table: Table, id = ""): Promise<CallInForce | undefined> =>
  (await callsInForce(table)).find(({ call }) => call.id === id);
