import fc from "fast-check";
import { expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import type { Listed } from "#shared/domain/entries.ts";
import { instant } from "#shared/domain/time.ts";
import { type Change, changesAfter, numberBefore } from "#shared/records/changes-heard.ts";
import { countRecords } from "#shared/records/numbers.ts";
import { readMany } from "#shared/records/reads.ts";
import { Keyed } from "#shared/records/table-keys.ts";
import { hear, heardAt, story, world } from "./counted-world.ts";

const nic = CallId.parse("nic-2024");
const lists = ["application", "registration"] as const satisfies Listed[];

/** What a case system has that follows the changes two at a time, and where it is. */
const follower = (table: Parameters<typeof changesAfter>[0], listed: Listed) => {
  const heard: Change[] = [];
  const follow = async (): Promise<void> => {
    for (;;) {
      const more = await changesAfter(table, nic, listed, heard.at(-1)?.number ?? 0, 2);
      heard.push(...more);
      if (more.length < 2) return;
    }
  };
  return { heard, follow };
};

test("whoever follows the changes has every record in the end, and hears of no revision twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(story, fc.boolean()), { maxLength: 3 }), async (chapters) => {
      const around = await world();
      const { table, deeds, all, count } = around;
      const followers = lists.map((listed) => follower(table, listed));
      for (const [happening, isFollowed] of chapters) {
        for (const [[what, n], heard] of happening) {
          await deeds[what](n);
          await Promise.all([
            hear(around, heard),
            ...(isFollowed ? followers.map((one) => one.follow()) : []),
          ]);
        }
      }
      await count(all());
      for (const { follow } of followers) await follow();
      const heard = followers.flatMap((one) => one.heard);
      const last = new Map(heard.map(({ of, seen }) => [of.pk, seen]));
      const stored = await readMany(table, all());
      expect(Object.fromEntries([...last].filter(([, seen]) => seen !== undefined))).toEqual(
        Object.fromEntries(
          stored
            .filter(({ state }) => state !== "deleting")
            .map((item) => [Keyed.parse(item).pk, item["revision"]]),
        ),
      );
      const told = heard.filter(({ seen }) => seen !== undefined).map(({ of, seen }) => `${of.pk} ${seen}`);
      expect(told).toEqual([...new Set(told)]);
      for (const one of followers) {
        const numbers = one.heard.map(({ number }) => number);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);

test("everything since an instant lies after its number, and nothing that is long before", async () => {
  const { table, deeds, all } = await world();
  const times = ["12:00:00.200", "12:00:01", "12:00:01", "12:00:05"].map((time) =>
    instant(`2024-06-20T${time}Z`),
  );
  for (const [n, at] of times.entries()) {
    await deeds.start(n);
    await countRecords(table, all().slice(n), at);
  }
  const since = async (time: string) => {
    const number = await numberBefore(table, nic, "application", instant(`2024-06-20T${time}Z`));
    return (await changesAfter(table, nic, "application", number, 100)).length;
  };
  expect(await since("11:00:00")).toBe(4);
  expect(await since("12:00:00.900")).toBe(4);
  expect(await since("12:00:01")).toBe(3);
  expect(await since("12:00:01.700")).toBe(3);
  expect(await since("12:00:02")).toBe(1);
  expect(await since("12:00:06")).toBe(0);
});

test("a change that is heard of late is no earlier than those before it", async () => {
  const { table, deeds, all } = await world();
  await deeds.start(0);
  await countRecords(table, all(), heardAt);
  await deeds.start(1);
  await countRecords(table, all().slice(1), heardAt.subtract({ hours: 1 }));
  const changes = await changesAfter(table, nic, "application", 0, 10);
  expect(changes.map(({ number, at }) => [number, at.toString()])).toEqual([
    [1, "2024-06-21T14:00:00Z"],
    [2, "2024-06-21T14:00:00Z"],
  ]);
});

test("of those that are counted side by side, none takes another's number", async () => {
  const { table, deeds, all } = await world();
  for (let n = 0; n < 6; n += 1) await deeds.start(n);
  await Promise.all(all().map((key) => countRecords(table, [key], heardAt)));
  const changes = await changesAfter(table, nic, "application", 0, 10);
  expect(changes.map(({ of }) => of.pk).toSorted()).toEqual(
    all()
      .map(({ pk }) => pk)
      .toSorted(),
  );
  expect(changes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
});
