// What must be so after whatever happened to an application.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import * as z from "zod";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { readAll } from "#shared/records/reads.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Item } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { auditAll } from "../../operator/audit-all.ts";
import { tableSource } from "../../operator/table-source.ts";
import { kept } from "../support/begun.ts";
import { countingIn, type Model, type Place } from "./state-model.ts";
import type { Room } from "./state-room.ts";

/** An arrow of the diagram of states in the documentation. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

/** The diagram that docs/architecture.md shows. */
export const arrows: readonly Arrow[] = [
  ...readFileSync("docs/architecture.md", "utf8").matchAll(/^ +(\S+) --> (\S+): (.+)$/gm),
].map(([, from = "", to = "", says = ""]) => ({ from, to, says }));

/** What is sent is a state of its own with two within. */
const around = (place: Place): readonly string[] =>
  place === "stands" || place === "changing" ? [place, "submitted"] : [place];

/** The arrow from one place to another that this deed may take. Into what is sent one comes by where it stands. */
const arrowOf = (from: Place, to: Place, deed: RegExp): Arrow | undefined =>
  arrows.find(
    (arrow) =>
      around(from).includes(arrow.from) &&
      (to === "changing" ? arrow.to === to : around(to).includes(arrow.to)) &&
      deed.test(arrow.says),
  );

/** Where the record is: in exactly one state. */
const placeOf = ({ state, changingSince }: Application): Place => {
  if (state === "submitted") return changingSince ? "changing" : "stands";
  expect(changingSince).toBeUndefined();
  return state;
};

const Overview = z.object({
  state: z.string(),
  submissions: z.array(z.object({ number: z.number(), counts: z.boolean() })),
});

export const itemsOf = (room: Room): Promise<Item[]> =>
  readAll(room.table, { key: keys.application(room.application.id).pk });

/** What is promised for good: each submission and its receipt, as they lie in the table. */
const promised = (items: readonly Item[]): ReadonlyMap<string, string> =>
  new Map(
    items
      .filter(({ item }) => item === "submission" || item === "receipt")
      .map((one) => [String(one["sk"]), JSON.stringify(one)]),
  );

const nothingPromisedIsLost = async (room: Room) => {
  const now = promised(await itemsOf(room));
  for (const [name, text] of room.promised) expect([name, now.get(name)]).toEqual([name, text]);
  room.promised = now;
};

const submissionsAreTheModels = async (model: Model, room: Room) => {
  const found = await submissionsOf(room.table, room.application.id);
  const told = found.map(({ number, idempotencyKey: key, receivedAt, deadline }) => ({
    ...{ number, key, at: receivedAt.epochMilliseconds, deadline: deadline.epochMilliseconds },
  }));
  expect(told).toEqual(model.sent.map(({ written: _, ...sent }, i) => ({ number: i + 1, ...sent })));
  for (const { at, deadline } of told) expect(at).toBeLessThanOrEqual(deadline);
};

const everybodyIsToldTheSame = async (model: Model, room: Room, application: Application) => {
  expect([application.submissions, countingSubmission(application)]).toEqual([
    model.sent.length,
    countingIn(model),
  ]);
  const { state, submissions } = Overview.parse((await room.get("")).json);
  expect(state).toBe(application.state);
  expect(submissions.toSorted((a, b) => a.number - b.number)).toEqual(
    model.sent.map((_, i) => ({ number: i + 1, counts: i + 1 === countingIn(model) })),
  );
};

/** Nothing stored contradicts anything else, and the history only grows. */
const auditFindsNothing = async (room: Room, { id, reference, revision, lastEvent }: Application) => {
  const { call } = nic2024;
  const given = { call, keySet: room.keySet, earlier: room.earlier };
  expect((await auditAll(tableSource(room.table.name, call.id), given)).breaks).toEqual([]);
  room.earlier = new Map([[id, { application: id, reference, revision, lastEvent }]]);
};

/** After a deed that found the application in `from`. */
export const hold = async (model: Model, room: Room, { from, deed }: { from: Place; deed: RegExp }) => {
  const application = await kept(room.table, room.application);
  const place = placeOf(application);
  expect(place).toBe(model.place);
  const arrow = arrowOf(from, place, deed);
  if (place !== from) expect({ from, place, deed, arrow }).toMatchObject({ arrow: expect.anything() });
  if (arrow && place !== from) room.travelled.add(arrow);
  await nothingPromisedIsLost(room);
  await submissionsAreTheModels(model, room);
  await everybodyIsToldTheSame(model, room, application);
  await auditFindsNothing(room, application);
};
