import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Webinar } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { type Registration, registrationIdOf } from "#shared/domain/registration.ts";
import { placeNotice } from "#shared/domain/registration-notices.ts";
import { instant } from "#shared/domain/time.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { givePlace, giveUpPlace, promoteWaiting } from "#shared/records/places.ts";
import { readAll } from "#shared/records/reads.ts";
import { findRegistration } from "#shared/records/registrations.ts";
import { readSeats } from "#shared/records/seats.ts";
import { waitingPrefix } from "#shared/records/sort-keys.ts";
import { keys } from "#shared/records/table-keys.ts";
import { aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const begin = instant("2024-04-15T07:00:00Z");

const aWebinar = (places?: number): Webinar => ({
  ...nic2024.call.webinar,
  id: `webinar-${randomUUID()}`,
  places,
});

const people = 6;
const emailOf = (person: number) => EmailAddress.parse(`p${person}@eksempel.example`);
const find = ({ id }: Webinar, person: number) =>
  findRegistration(table, id, registrationIdOf(id, emailOf(person)));

const signUp = async (webinar: Webinar, person: number, minute: number): Promise<void> => {
  const earlier = await find(webinar, person);
  if (earlier && earlier.state !== "cancelled") return;
  const at = begin.add({ minutes: minute });
  const {
    state: _,
    hasSeat: __,
    ...registration
  } = aRegistration({
    webinarId: webinar.id,
    email: emailOf(person),
    registeredAt: at,
    sequence: (earlier?.sequence ?? -1) + 1,
    revision: (earlier?.revision ?? 0) + 1,
  });
  const tell = (registration: Registration) => placeNotice({ registration, webinar, key: "k", at });
  await givePlace(table, { webinar, registration, earlier, tell });
};

const cancel = async (webinar: Webinar, person: number, minute: number): Promise<void> => {
  const earlier = await find(webinar, person);
  if (!earlier || earlier.state === "cancelled") return;
  await giveUpPlace(table, { webinar, earlier, at: begin.add({ minutes: minute }) });
};

const promote = (webinar: Webinar, minute: number) =>
  promoteWaiting(table, { webinar }, { at: begin.add({ minutes: minute }), most: 100 });

const all = async (webinar: Webinar): Promise<Registration[]> => {
  const found = await Promise.all(Array.from({ length: people }, (_, person) => find(webinar, person)));
  return found.flatMap((one) => one ?? []);
};

const inState = (registrations: readonly Registration[], state: Registration["state"]) =>
  registrations.filter((one) => one.state === state);

const messagesAbout = async ({ id }: Webinar): Promise<Message[]> =>
  (await messagesDue(table, instant("2024-12-31T00:00:00Z"), 100_000)).filter(
    ({ content }) => "webinarId" in content && content.webinarId === id,
  );

/** What is true whatever has been done, in whatever order, also by several at once. */
const isInOrder = async (webinar: Webinar): Promise<void> => {
  const [seats, registrations, line] = await Promise.all([
    readSeats(table, webinar),
    all(webinar),
    readAll(table, { key: keys.seats(webinar.id).pk, sort: { beginsWith: waitingPrefix } }),
  ]);
  const [registered, waiting] = [inState(registrations, "registered"), inState(registrations, "waiting")];
  if (!seats) return expect(registrations).toEqual([]);
  expect(seats.taken).toBe(registered.length);
  expect(seats.taken).toBeLessThanOrEqual(seats.places);
  expect(seats.waiting).toBe(waiting.length);
  expect(line.map(({ registrationId }) => registrationId).toSorted()).toEqual(
    waiting.map(({ id }) => id).toSorted(),
  );
  for (const one of registrations) expect(one.hasSeat).toBe(one.state === "registered");
  const told = await messagesAbout(webinar);
  expect(told).toHaveLength(registrations.reduce((sum, { sequence }) => sum + sequence + 1, 0));
};

type Deed = { readonly does: "signUp" | "cancel" | "promote" | "raise"; readonly person: number };

const deeds: fc.Arbitrary<Deed> = fc.record({
  does: fc.constantFrom("signUp", "signUp", "signUp", "cancel", "cancel", "promote", "raise"),
  person: fc.nat(people - 1),
});

test("whatever is done at once, places are counted right and nobody waits for one that is free", {
  timeout: 120_000,
}, async () => {
  const rounds = fc.array(fc.array(deeds, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), rounds, async (places, all) => {
      let webinar = aWebinar(places);
      for (const [minute, round] of all.entries()) {
        if (round.some(({ does }) => does === "raise"))
          webinar = { ...webinar, places: (webinar.places ?? 0) + 1 };
        // What two do with the same registration at once, one of them finds changed.
        await Promise.all(
          round.map(async ({ does, person }) => {
            if (does === "signUp") await signUp(webinar, person, minute);
            if (does === "cancel") await cancel(webinar, person, minute);
            if (does === "promote") await promote(webinar, minute);
          }),
        );
        await isInOrder(webinar);
        await promote(webinar, minute);
        await isInOrder(webinar);
        const seats = await readSeats(table, webinar);
        if (seats && seats.waiting > 0) expect(seats.taken).toBe(webinar.places);
      }
    }),
    { numRuns: 12 },
  );
});

test("who waits is passed by nobody: not by who comes while a place is free, nor by who cancels and comes again", async () => {
  const webinar = aWebinar(1);
  for (const [minute, person] of [0, 1, 2].entries()) await signUp(webinar, person, minute);
  await cancel(webinar, 0, 3);
  await signUp(webinar, 3, 4);
  await cancel(webinar, 1, 5);
  await signUp(webinar, 1, 6);
  expect((await all(webinar)).map(({ state }) => state)).toEqual([
    "cancelled",
    "waiting",
    "waiting",
    "waiting",
  ]);
  expect(await promote(webinar, 7)).toBe(1);
  expect((await find(webinar, 2))?.state).toBe("registered");
  expect(inState(await all(webinar), "waiting")).toHaveLength(2);
});

test("raising the number gives places to those who wait, in their order, with one mail each however often it is done", async () => {
  const webinar = aWebinar(1);
  for (const [minute, person] of [4, 2, 0, 1].entries()) await signUp(webinar, person, minute);
  const larger = { ...webinar, places: 3 };
  const promoted = await Promise.all([promote(larger, 5), promote(larger, 5), promote(larger, 5)]);
  expect(promoted.reduce((sum, one) => sum + one, 0)).toBe(2);
  expect(inState(await all(webinar), "waiting").map(({ email }) => email)).toEqual([emailOf(1)]);
  await isInOrder(larger);
  expect(await promote(webinar, 6)).toBe(0);
  expect((await readSeats(table, webinar))?.places).toBe(3);
});

test("a webinar with room for everybody has no item that people share", async () => {
  const webinar = aWebinar();
  await Promise.all(Array.from({ length: people }, (_, person) => signUp(webinar, person, 0)));
  await cancel(webinar, 0, 1);
  expect(await readAll(table, { key: keys.seats(webinar.id).pk })).toEqual([]);
  expect(inState(await all(webinar), "registered")).toHaveLength(people - 1);
});

test("nobody is given a place once the webinar has begun, or when it is called off", async () => {
  const webinar = aWebinar(1);
  for (const person of [0, 1]) await signUp(webinar, person, person);
  await cancel(webinar, 0, 3);
  const at = begin;
  expect(await promoteWaiting(table, { webinar }, { at: webinar.startsAt, most: 9 })).toBe(0);
  const off = { ...webinar, cancelledAt: at };
  expect(await promoteWaiting(table, { webinar: off }, { at, most: 9 })).toBe(0);
  expect(await promoteWaiting(table, { webinar }, { at, most: 9 })).toBe(1);
});
