import { type CallDefinition, calls } from "#shared/calls/index.ts";
import { CallDeadlines, inForce } from "#shared/domain/call-deadlines.ts";
import { readAll } from "./reads.ts";
import type { Table } from "./table.ts";
import { allDeadlines } from "./table-keys.ts";

/** All calls with the deadlines that hold now. Read each time: a deadline that was moved counts from that moment. */
export const callsInForce = async (table: Table): Promise<readonly CallDefinition[]> => {
  const items = await readAll(table, { key: allDeadlines });
  const moved = new Map(items.map((item) => CallDeadlines.parse(item)).map((one) => [one.callId, one]));
  return calls.map((definition) => ({
    ...definition,
    call: inForce(definition.call, moved.get(definition.call.id)),
  }));
};

export const findCallInForce = async (table: Table, id = ""): Promise<CallDefinition | undefined> =>
  (await callsInForce(table)).find(({ call }) => call.id === id);
