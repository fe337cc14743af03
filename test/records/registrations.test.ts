import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { Message } from "#shared/domain/message.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { findRegistration, keepRegistration, registrationsOfCall } from "#shared/records/registrations.ts";
import { decode } from "#shared/records/table.ts";
import { aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();

const keep = (
  registration: Registration,
  earlier?: Registration,
  message = aRegistrationMessage(registration),
) => keepRegistration(table, { registration, earlier, message });

const find = ({ webinarId, id }: Registration) => findRegistration(table, webinarId, id);

const messagesTo = async ({ webinarId, id }: Registration): Promise<Message[]> => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: "byOwner",
      KeyConditionExpression: "ownerKey = :owner",
      ExpressionAttributeValues: { ":owner": { S: ownerKeys.registration(webinarId, id) } },
    }),
  );
  return Items.map((item) => Message.parse(decode(item)));
};

describe("a registration", () => {
  test("is found again as it was kept, with the message that confirms it", async () => {
    const registration = aRegistration();
    const message = aRegistrationMessage(registration);
    expect(await find(registration)).toBeUndefined();
    expect(await keep(registration, undefined, message)).toBe("kept");
    expect(await find(registration)).toEqual(registration);
    expect(await messagesTo(registration)).toEqual([message]);
  });

  test("is one for one person however the address is typed", async () => {
    const addresses = [
      "Kari.Nordmann@Eksempel.example",
      " kari.nordmann@eksempel.EXAMPLE ",
      "KARI.NORDMANN@eksempel.example",
    ];
    const outcomes = [];
    for (const typed of addresses)
      outcomes.push(await keep(aRegistration({ email: EmailAddress.parse(typed) })));
    expect(outcomes).toEqual(["kept", "changed", "changed"]);
  });

  test("of the same person at another webinar is another", async () => {
    const { email } = aRegistration();
    expect(await keep(aRegistration({ email, webinarId: "one" }))).toBe("kept");
    expect(await keep(aRegistration({ email, webinarId: "two" }))).toBe("kept");
  });

  test("two hundred times at once from fifty addresses are fifty, with fifty messages", async () => {
    const callId = CallId.parse("rush-2024");
    const emails = Array.from({ length: 50 }, (_, i) => EmailAddress.parse(`guest-${i}@eksempel.example`));
    const tries = Array.from({ length: 200 }, (_, i) =>
      aRegistration({ callId, email: emails[i % 50] ?? EmailAddress.parse("never@eksempel.example") }),
    );
    const outcomes = await Promise.all(tries.map((registration) => keep(registration)));
    expect(outcomes.filter((outcome) => outcome === "kept")).toHaveLength(50);
    const kept = await registrationsOfCall(table, callId);
    expect(new Set(kept.map(({ email }) => email))).toEqual(new Set(emails));
    const due = await messagesDue(table, instant("2024-12-31T00:00:00Z"));
    const toThem = due.filter(({ to }) => to.startsWith("guest-"));
    expect(toThem.map(({ to }) => to).toSorted()).toEqual(emails.toSorted());
    const first = kept.flatMap(({ keyHashes }) => keyHashes);
    const winners = tries.filter((_, i) => outcomes[i] === "kept").flatMap(({ keyHashes }) => keyHashes);
    expect(first.toSorted()).toEqual(winners.toSorted());
  });

  test("can be given back and taken up again, each time over the one before", async () => {
    const first = aRegistration();
    await keep(first);
    const cancelledAt = instant("2024-04-20T10:00:00Z");
    const cancelled: Registration = { ...first, state: "cancelled", cancelledAt, sequence: 1, revision: 2 };
    expect(await keep(cancelled, first)).toBe("kept");
    const again = aRegistration({ email: first.email, sequence: 2, revision: 3 });
    expect(await keep(again)).toBe("changed");
    expect(await keep(again, first)).toBe("changed");
    expect(await find(first)).toEqual(cancelled);
    expect(await keep(again, cancelled)).toBe("kept");
    expect(await find(first)).toEqual(again);
    expect(await messagesTo(first)).toHaveLength(3);
  });

  test("given back twice at once is given back once, with one message", async () => {
    const first = aRegistration();
    await keep(first);
    const cancelled: Registration = { ...first, state: "cancelled", sequence: 1, revision: 2 };
    const outcomes = await Promise.all([keep(cancelled, first), keep(cancelled, first)]);
    expect(outcomes.toSorted()).toEqual(["changed", "kept"]);
    expect(await messagesTo(first)).toHaveLength(2);
  });

  test("is not kept without its message", async () => {
    const first = aRegistration();
    const message = aRegistrationMessage(first);
    await keep(first, undefined, message);
    const second = aRegistration();
    expect(await keep(second, undefined, message)).toBe("changed");
    expect(await find(second)).toBeUndefined();
  });
});

test("a call's registrations come in the order they were made, whatever became of them", async () => {
  const callId = CallId.parse("order-2024");
  const registrations = Array.from({ length: 25 }, (_, i) =>
    aRegistration({
      callId,
      registeredAt: instant(1_714_000_000_000 + i),
      state: i % 2 === 0 ? "registered" : "cancelled",
    }),
  );
  await Promise.all(registrations.toReversed().map((registration) => keep(registration)));
  expect(await registrationsOfCall(table, callId)).toEqual(registrations);
});
