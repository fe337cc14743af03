import { describe, expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";
import { startApplication } from "#shared/records/applications.ts";
import { historyOf, recordEvent, staffEvents } from "#shared/records/events.ts";
import { anApplication, anEvent } from "../support/builders.ts";
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
    await Promise.all(events.map((event) => recordEvent(table, { callId, event })));
    await recordEvent(table, { callId: CallId.parse("other-2024"), event: staffEvent(99) });
    expect(await staffEvents(table, callId, 100)).toEqual(events.toReversed());
    expect(await staffEvents(table, callId, 4)).toEqual(events.toReversed().slice(0, 4));
  });

  test("to one application is in that one's history, in order of time; what applicants did is not among staff's", async () => {
    const application = anApplication({ callId: CallId.parse("mixed-2024") });
    const { id: applicationId, callId } = application;
    const viewed = [2, 1].map((hours) => anEvent({ at: start.add({ hours }), what: "application-viewed" }));
    for (const event of viewed) await recordEvent(table, { callId, applicationId, event });
    const event = anEvent({ at: start });
    await startApplication(table, { application, event });
    expect(await historyOf(table, applicationId)).toEqual([event, ...viewed.toReversed()]);
    expect(await staffEvents(table, callId, 10)).toEqual(viewed);
  });
});

test("a history is whole when it is more than DynamoDB hands out at once", async () => {
  const { id: applicationId, callId } = anApplication();
  const events = Array.from({ length: 40 }, (_, i) =>
    anEvent({ at: start.add({ seconds: i }), detail: "f".repeat(40_000) }),
  );
  await Promise.all(events.map((event) => recordEvent(table, { callId, applicationId, event })));
  expect(await historyOf(table, applicationId)).toEqual(events);
});
