import { expect, test } from "vitest";
import { isWorkingDay } from "../../functions/deadline-enforcement/working-days.ts";

test.for([
  ["2024-06-14", "an ordinary Friday", true],
  ["2024-06-15", "a Saturday", false],
  ["2024-06-16", "a Sunday", false],
  ["2024-05-17", "Constitution Day", false],
  ["2024-05-01", "Labour Day", false],
  ["2024-05-09", "Ascension Day", false],
  ["2025-05-29", "Ascension Day, another year", false],
  ["2024-03-28", "Maundy Thursday", false],
  ["2024-05-20", "Whit Monday", false],
  ["2024-05-16", "the day before Constitution Day", true],
  ["2024-12-24", "Christmas Eve, which is no public holiday", true],
] as const)("%s, %s", ([date, , working]) => {
  expect(isWorkingDay(date)).toBe(working);
});
