import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deadline } from "#shared/domain/deadline.ts";
import {
  announcedDate,
  deletionDateOf,
  hasBegun,
  isDeletedInTheEnd,
  noticeDueAt,
  shownDeletionDate,
} from "#shared/domain/deletion.ts";
import { dateAfter, dateAt, duration, instant } from "#shared/domain/time.ts";

const timeZone = "Europe/Oslo";
const nic: Deadline = { kind: "moment", localTime: "2024-06-21T16:00:00", timeZone };

test("90 days after 21 June is 19 September, from its first instant in Norway", () => {
  expect(deletionDateOf(nic)).toBe("2024-09-19");
  expect(hasBegun("2024-09-19", nic, instant("2024-09-18T21:59:59.999Z"))).toBe(false);
  expect(hasBegun("2024-09-19", nic, instant("2024-09-18T22:00:00.000Z"))).toBe(true);
});

test("one is told two weeks before, at the time of day that the deadline had", () => {
  expect(noticeDueAt(nic).toString()).toBe("2024-09-05T14:00:00Z");
  expect(announcedDate(nic, noticeDueAt(nic))).toBe("2024-09-19");
});

test("whenever one is told, there are two weeks from then, and never less than 90 days in all", () => {
  fc.assert(
    fc.property(fc.integer({ min: -100 * 24, max: 500 * 24 }), (hours) => {
      const noticed = noticeDueAt(nic).add({ hours });
      const date = announcedDate(nic, noticed);
      expect(date >= deletionDateOf(nic)).toBe(true);
      expect(date >= dateAfter(dateAt(noticed, timeZone), duration({ days: 14 }))).toBe(true);
      expect([deletionDateOf(nic), dateAfter(dateAt(noticed, timeZone), duration({ days: 14 }))]).toContain(
        date,
      );
    }),
  );
});

describe("an application", () => {
  test.for([
    ["draft", true, undefined],
    ["expired", true, "2024-09-19"],
    ["withdrawn", true, "2024-09-19"],
    ["submitted", false, undefined],
  ] as const)("that is %s is deleted in the end: %s, and says so: %s", ([state, isDeleted, shown]) => {
    expect(isDeletedInTheEnd({ state })).toBe(isDeleted);
    expect(shownDeletionDate(nic, { state })).toBe(shown);
  });
});
