import { beforeEach, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { type CallDeadlines, neverMoved } from "#shared/domain/call-deadlines.ts";
import { instant } from "#shared/domain/time.ts";
import { keepCallDeadlines, readCallDeadlines } from "#shared/records/call-deadlines.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { staffEvents } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const { call } = nic2024;
const at = instant("2024-06-20T10:00:00Z");
const proposal = {
  to: { kind: "moment", localTime: "2024-06-28T16:00:00", timeZone: "Europe/Oslo" } as const,
  reason: "Innloggingen var nede",
  proposedBy: { id: "ola", name: "Ola" },
  proposedAt: at,
};
const proposed: CallDeadlines = { ...neverMoved(call.id), revision: 1, proposal };
const { proposal: _, ...rest } = proposed;
const moved: CallDeadlines = {
  ...rest,
  revision: 2,
  moves: [{ ...proposal, approvedBy: { id: "anne", name: "Anne" }, approvedAt: at }],
};

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});
const keep = (deadlines: CallDeadlines) =>
  keepCallDeadlines(table, deadlines, anEvent({ what: "deadline-proposed" }));

test("what was never kept was never moved", async () => {
  expect(await readCallDeadlines(table, call.id)).toEqual(neverMoved(call.id));
  expect((await findCallInForce(table, call.id))?.moves).toEqual([]);
});

test("a proposal is kept with its event and changes no deadline; a move does, and says from what", async () => {
  expect(await keep(proposed)).toBe("kept");
  expect(await readCallDeadlines(table, call.id)).toEqual(proposed);
  expect((await findCallInForce(table, call.id))?.call).toEqual(call);
  expect(await keep(moved)).toBe("kept");
  const found = await findCallInForce(table, call.id);
  expect(found?.call.levels.connect.deadline).toEqual(proposal.to);
  expect(found?.moves).toMatchObject([{ to: proposal.to, from: { connect: call.levels.connect.deadline } }]);
  expect(await staffEvents(table, call.id, 10)).toHaveLength(2);
});

test("of several who decide on the same, one is kept; nothing of the others is", async () => {
  await keep(proposed);
  const outcomes = await Promise.all([keep(moved), keep({ ...rest, revision: 2 }), keep(moved)]);
  expect(outcomes.toSorted()).toEqual(["changed", "changed", "kept"]);
  expect(await staffEvents(table, call.id, 10)).toHaveLength(2);
});
