import { expect, test } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { showInstant, showTimeLeft } from "#shared/form/moments.ts";

const deadline = instant("2024-06-21T14:00:00Z");

test.for([
  ["nb", "21. juni 2024 kl. 16.00"],
  ["nn", "21. juni 2024 kl. 16.00"],
  ["en", "21 June 2024 at 16:00"],
] as const)("an instant in %s is «%s»", ([language, shown]) => {
  expect(showInstant(deadline, "Europe/Oslo", language)).toBe(shown);
});

test("seconds are shown when asked for and when they are not zero", () => {
  expect(showInstant(deadline, "Europe/Oslo", "nb", "second")).toBe("21. juni 2024 kl. 16.00.00");
  expect(showInstant(instant("2024-06-21T13:59:59Z"), "Europe/Oslo", "nb")).toBe(
    "21. juni 2024 kl. 15.59.59",
  );
});

test.for([
  ["2024-06-21T11:55:00Z", "2 timer og 5 minutter"],
  ["2024-06-20T13:00:00Z", "1 dag og 1 time"],
  ["2024-06-21T13:59:59Z", "1 sekund"],
  ["2024-06-21T13:00:00Z", "1 time"],
  ["2024-06-21T14:00:01Z", "0 sekunder"],
] as const)("from %s there are %s left", ([from, left]) => {
  expect(showTimeLeft(instant(from), deadline, "nb")).toBe(left);
});
