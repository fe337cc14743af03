import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { Level } from "#shared/domain/call.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { wallClock } from "#shared/domain/time.ts";

/** The zone that this run of the tests was asked to stand in; vitest.config.ts has several. */
const here = process.env["TZ"] ?? "UTC";

test("the machine stands where this run was asked to stand", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(here);
  const noon = new Date("2024-06-21T12:00:00Z");
  const hours = {
    UTC: 12,
    "Europe/Oslo": 14,
    "America/New_York": 8,
    "Asia/Tokyo": 21,
    "Pacific/Kiritimati": 2,
  };
  expect(noon.getHours()).toBe(Object.entries(hours).find(([zone]) => zone === here)?.[1]);
});

describe("wherever the machine stands", () => {
  test.for(Level.options)("the deadline of %s is 21 June 2024 16:00 in Oslo", (level) => {
    const { deadline } = nic2024.call.levels[level];
    expect(lastInstantOf(deadline).toString()).toBe("2024-06-21T14:00:00Z");
  });

  test("sign-up to the webinar lasts all of 29 April in Oslo", () => {
    expect(lastInstantOf(nic2024.call.webinar.signUpDeadline).toString()).toBe("2024-04-29T21:59:59.999Z");
  });

  test.for([
    [
      "an hour that the clock skips in spring is read as an hour later",
      "2024-03-31T02:30:00",
      "2024-03-31T01:30:00Z",
    ],
    [
      "an hour that there is twice in autumn is the second of them",
      "2024-10-27T02:30:00",
      "2024-10-27T01:30:00Z",
    ],
    ["the last minute before spring's change", "2024-03-31T01:59:59", "2024-03-31T00:59:59Z"],
    ["the first minute after it", "2024-03-31T03:00:00", "2024-03-31T01:00:00Z"],
    ["the last minute before autumn's change", "2024-10-27T01:59:59", "2024-10-26T23:59:59Z"],
    ["the first minute after it", "2024-10-27T03:00:00", "2024-10-27T02:00:00Z"],
  ] as const)("%s", ([, local, utc]) => {
    expect(wallClock(local, "Europe/Oslo").toString()).toBe(utc);
  });

  test.for([
    ["2024-03-30", "2024-03-30T22:59:59.999Z"],
    ["2024-03-31", "2024-03-31T21:59:59.999Z"],
    ["2024-10-26", "2024-10-26T21:59:59.999Z"],
    ["2024-10-27", "2024-10-27T22:59:59.999Z"],
  ] as const)("a whole day ends at midnight in Oslo, also when it has 23 or 25 hours: %s", ([date, last]) => {
    const deadline = { kind: "wholeDay", date, timeZone: "Europe/Oslo" } as const;
    expect(lastInstantOf(deadline).toString()).toBe(last);
  });
});
