import { describe, expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";
import { recordEvent, staffEvents } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { recordLook } from "#shared/records/looks.ts";
import { begin, kept } from "../support/begun.ts";
import { anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const start = instant("2024-06-24T07:00:00.000Z");

const staffEvent = (minutes: number) =>
  anEvent({
    at: start.add({ minutes }),
    what: "applications-exported",
    who: "staff-1",
    detail: "level=connect",
  });

describe("what staff did", () => {
  test("comes the last first, no more than asked for, and none of another call's", async () => {
    const callId = CallId.parse("staff-2024");
    const events = Array.from({ length: 30 }, (_, i) => staffEvent(i));
    await Promise.all(events.map((event) => recordEvent(table, callId, event)));
    await recordEvent(table, CallId.parse("other-2024"), staffEvent(99));
    expect(await staffEvents(table, callId, 100)).toEqual(events.toReversed());
    expect(await staffEvents(table, callId, 4)).toEqual(events.toReversed().slice(0, 4));
  });

  test("to one application is in that one's history too; what applicants did is not among staff's", async () => {
    const started = anEvent({ at: start });
    const application = await begin(table, { callId: CallId.parse("mixed-2024") }, started);
    const look = (hours: number) => anEvent({ at: start.add({ hours }), what: "application-viewed" });
    const [first, second] = [look(1), look(2)];
    // The application as it was before the first look: what has come between is no hindrance.
    for (const event of [first, second]) await recordLook(table, application, event);
    expect(await historyOf(table, application.id)).toMatchObject([started, first, second]);
    expect(await staffEvents(table, application.callId, 10)).toMatchObject([second, first]);
  });
});

test("a history is whole when it is more than DynamoDB hands out at once", async () => {
  const application = await begin(table);
  const events = Array.from({ length: 30 }, (_, i) =>
    anEvent({ at: start.add({ seconds: i }), detail: "f".repeat(40_000) }),
  );
  for (const event of events) await recordLook(table, await kept(table, application), event);
  const history = await historyOf(table, application.id);
  expect(history.slice(1)).toMatchObject(events);
  expect(history.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
});
