import { PutItemCommand, type TransactWriteItem, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Webinar } from "#shared/domain/call.ts";
import { type Registration, RegistrationId } from "#shared/domain/registration.ts";
import { Seats } from "#shared/domain/webinar.ts";
import { readAll, readItem } from "./reads.ts";
import { waitingPrefix } from "./sort-keys.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, check, type Expression, present, put, update } from "./writes.ts";

/** The counts of a webinar; undefined of one with room for everybody, and until the first signs up. */
export const readSeats = async (
  table: Table,
  { id, places }: Pick<Webinar, "id" | "places">,
): Promise<Seats | undefined> => {
  if (places === undefined) return undefined;
  const item = await readItem(table, keys.seats(id));
  return item && Seats.parse(item);
};

const begin = async (table: Table, id: string, places: number): Promise<void> => {
  const item = { ...keys.seats(id), item: "seats", ...({ places, taken: 0, waiting: 0 } satisfies Seats) };
  await ifItHolds(() => table.client.send(new PutItemCommand(put(table, item, absent))));
};

/** Never lowered, whoever comes late with an older number. */
const raise = async (table: Table, id: string, places: number): Promise<void> => {
  const more = { text: "SET #places = :places", values: { places } };
  const command = update(table, keys.seats(id), more, { text: "#places < :places" });
  await ifItHolds(() => table.client.send(new UpdateItemCommand(command)));
};

/** The counts to decide on, begun when there are none and with as many places as the webinar has now; undefined of a webinar with room for everybody, which no two people meet at. */
export const openSeats = async (
  table: Table,
  webinar: Pick<Webinar, "id" | "places">,
): Promise<Seats | undefined> => {
  const { id, places } = webinar;
  if (places === undefined) return undefined;
  const seats = await readSeats(table, webinar);
  if (seats && seats.places >= places) return seats;
  await (seats ? raise(table, id, places) : begin(table, id, places));
  return readSeats(table, webinar);
};

const seatsUpdate = (table: Table, webinarId: string, text: string, condition: string): TransactWriteItem => {
  const one = { one: 1 };
  const none = condition.includes(":none") ? { none: 0 } : {};
  const how: Expression = { text: `SET ${text}`, values: one };
  return { Update: update(table, keys.seats(webinarId), how, { text: condition, values: none }) };
};

const taken = { more: "#taken = #taken + :one", fewer: "#taken = #taken - :one" };
const waiting = { more: "#waiting = #waiting + :one", fewer: "#waiting = #waiting - :one" };

/** A place for who has just come. */
export const takeSeat = (table: Table, { webinarId }: Registration): readonly TransactWriteItem[] => [
  seatsUpdate(table, webinarId, taken.more, "#taken < #places AND #waiting = :none"),
];

/** A place in the line, for who has come when there was none, or when others waited. */
export const joinLine = (
  table: Table,
  { webinarId, registeredAt, id }: Registration,
): readonly TransactWriteItem[] => {
  const key = keys.waiting(webinarId, registeredAt, id);
  return [
    seatsUpdate(table, webinarId, waiting.more, "#taken >= #places OR #waiting > :none"),
    { Put: put(table, { ...key, item: "waiting", registrationId: id }, absent) },
  ];
};

const outOfLine = (table: Table, { webinarId, registeredAt, id }: Registration): TransactWriteItem => ({
  Delete: check(table, keys.waiting(webinarId, registeredAt, id), present),
});

/** What they had is given back: the place, the place in the line, or nothing. */
export const giveBack = (table: Table, had: Registration): readonly TransactWriteItem[] => {
  if (had.hasSeat) return [seatsUpdate(table, had.webinarId, taken.fewer, "#taken > :none")];
  if (had.state !== "waiting") return [];
  return [seatsUpdate(table, had.webinarId, waiting.fewer, "#waiting > :none"), outOfLine(table, had)];
};

/** From the line to a place. */
export const movedUp = (table: Table, had: Registration): readonly TransactWriteItem[] => [
  seatsUpdate(
    table,
    had.webinarId,
    `${taken.more}, ${waiting.fewer}`,
    "#taken < #places AND #waiting > :none",
  ),
  outOfLine(table, had),
];

const Waiting = z.object({ registrationId: RegistrationId });

/** Who has waited longest. */
export const firstInLine = async (table: Table, webinarId: string): Promise<RegistrationId | undefined> => {
  const { pk } = keys.seats(webinarId);
  const [item] = await readAll(table, { key: pk, sort: { beginsWith: waitingPrefix }, limit: 1 });
  return item && Waiting.parse(item).registrationId;
};
