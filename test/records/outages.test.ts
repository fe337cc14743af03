import { describe, expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { decideOutage, type Outage } from "#shared/domain/outage.ts";
import { instant } from "#shared/domain/time.ts";
import { staffEvents } from "#shared/records/events.ts";
import { keepOutage, outagesOf } from "#shared/records/outages.ts";
import { anEvent, aPerson } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const at = instant("2024-06-22T07:00:00.000Z");

const anOutage = (id: string, hour: number): Outage => {
  const call = { id: CallId.parse(id), timeZone: "Europe/Oslo" };
  const times = { from: `2024-06-21T${hour}:00`, until: `2024-06-21T${hour}:30`, what: "Stans" };
  const decided = decideOutage(call, times, { at, person: aPerson() });
  if (!decided.ok) throw new Error(decided.refusal);
  return decided.value;
};
const keep = (outage: Outage) =>
  keepOutage(table, outage, anEvent({ at, what: "outage-recorded", detail: outage.id }));

describe("outages", () => {
  test("come the last first, and none of another call's", async () => {
    const outages = [12, 10, 14].map((hour) => anOutage("outages-2024", hour));
    for (const outage of [...outages, anOutage("other-2024", 11)]) expect(await keep(outage)).toBe("kept");
    const [noon, ten, two] = outages;
    expect(await outagesOf(table, CallId.parse("outages-2024"))).toEqual([two, noon, ten]);
  });

  test("are kept with the event that tells of them, and recorded once only", async () => {
    const outage = anOutage("once-2024", 12);
    expect([await keep(outage), await keep({ ...outage, what: "Igjen" })]).toEqual(["kept", "already-kept"]);
    expect(await outagesOf(table, outage.callId)).toEqual([outage]);
    expect(await staffEvents(table, outage.callId, 10)).toMatchObject([
      { what: "outage-recorded", detail: outage.id },
    ]);
  });
});
