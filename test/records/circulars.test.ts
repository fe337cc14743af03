import { beforeEach, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { Circular } from "#shared/domain/circular.ts";
import { circularNotice } from "#shared/domain/circular-notices.ts";
import { RegistrationId } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import {
  circularsOf,
  findCircular,
  keepCircular,
  progressIn,
  tellOfCircular,
} from "#shared/records/circulars.ts";
import { eventsOfCall } from "#shared/records/events.ts";
import { findMessage } from "#shared/records/messages.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { anEvent, aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const { call } = nic2024;
const sentAt = instant("2024-04-20T10:00:00Z");
let table: Table;
beforeEach(async () => {
  table = await freshTable();
});

const idOf = (number: number) => RegistrationId.parse(number.toString(16).padStart(32, "0"));
const circular = (receivers: number, id = "1b671a64-40d5-491e-99b0-da01ff1f3341", at = sentAt) =>
  ({
    ...Circular.parse({
      ...{
        id,
        callId: call.id,
        webinarId: call.webinar.id,
        to: "registered",
        subject: "Emne",
        text: "Tekst",
      },
      ...{ sentBy: { id: "ola", name: "Ola" }, sentAt: "2024-04-20T10:00:00.000Z" },
      receivers: Array.from({ length: receivers }, (_, i) => idOf(i)),
    }),
    sentAt: at,
  }) satisfies Circular;
const event = () => anEvent({ what: "webinar-circular-sent", at: sentAt });

test("one that is kept stays as it is, with one event", async () => {
  const first = circular(2);
  expect(await keepCircular(table, first, event())).toBe("kept");
  expect(await keepCircular(table, { ...first, subject: "Et annet" }, event())).toBe("already-kept");
  expect(await findCircular(table, call.id, first.id)).toEqual(first);
  expect(await eventsOfCall(table, call.id)).toHaveLength(1);
});

test("they are listed with the last first", async () => {
  const ids = ["1b671a64-40d5-491e-99b0-da01ff1f3341", "0b671a64-40d5-491e-99b0-da01ff1f3342"];
  for (const [i, id] of ids.entries())
    await keepCircular(table, circular(1, id, sentAt.add({ hours: i })), event());
  expect((await circularsOf(table, call.id)).map(({ id }) => id)).toEqual(ids.toReversed());
});

test("as many as there may be are kept and found, and none has a message yet", async () => {
  const large = circular(5000);
  await keepCircular(table, large, event());
  expect((await circularsOf(table, call.id))[0]?.receivers).toEqual(large.receivers);
  expect((await progressIn(table, large)).owed).toBe(5000);
});

test("is owed to the first so many, then to the rest; what is owed stays, and whoever is gone is passed over", async () => {
  const one = circular(4);
  const registrations = [0, 1, 2].map((n) =>
    aRegistration({ id: idOf(n), callId: call.id, webinarId: call.webinar.id }),
  );
  for (const registration of registrations) await keepRegistration(table, { registration });
  await tellOfCircular(table, call.webinar, one, { at: sentAt, most: 2 });
  const owedAt = async (n: number) => {
    const registration = registrations[n];
    if (!registration) throw new Error("There is none");
    const { id } = circularNotice(one, { registration, webinar: call.webinar, at: sentAt });
    return (await findMessage(table, id))?.owedAt.toString();
  };
  expect(await owedAt(2)).toBeUndefined();
  await tellOfCircular(table, call.webinar, one, { at: sentAt.add({ hours: 1 }) });
  expect(await owedAt(0)).toBe("2024-04-20T10:00:00Z");
  expect(await owedAt(2)).toBe("2024-04-20T11:00:00Z");
});
