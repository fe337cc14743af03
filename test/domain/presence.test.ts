import { describe, expect, test } from "vitest";
import { PersonId } from "#shared/domain/person.ts";
import { isToBeNoted, othersIn } from "#shared/domain/presence.ts";
import { instant } from "#shared/domain/time.ts";

const at = instant("2024-05-14T09:30:00.000Z");
const me = PersonId.parse("me");
const seen = (id: string, secondsAgo: number) => ({
  personId: PersonId.parse(id),
  name: id,
  at: at.subtract({ seconds: secondsAgo }),
});

describe("who is in a section", () => {
  test("is everybody but me who was there within two minutes", () => {
    const all = [seen("me", 0), seen("now", 0), seen("just", 120), seen("gone", 121)];
    expect(othersIn(all, me, at).map(({ name }) => name)).toEqual(["now", "just"]);
  });

  test.for([
    [59, false],
    [60, true],
  ] as const)("is noted again %i s after the last time: %s", ([seconds, noted]) => {
    expect(isToBeNoted([seen("other", 500), seen("me", seconds)], me, at)).toBe(noted);
  });

  test("is noted the first time, whoever else is there", () => {
    expect(isToBeNoted([seen("other", 0)], me, at)).toBe(true);
  });
});
