import fc from "fast-check";
import { expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { CallId, Level } from "#shared/domain/call.ts";
import { chooseApplications, readingOfApplications } from "#shared/domain/choosing.ts";
import { ApplicationQuery } from "#shared/domain/listing.ts";
import type { Turn } from "#shared/domain/paging.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { neighboursOf, pageOfApplications } from "#shared/records/lists.ts";
import { readPage } from "#shared/records/pages.ts";
import type { Table } from "#shared/records/table.ts";
import { story, tell, world } from "./counted-world.ts";

const nic = CallId.parse("nic-2024");
const asking = { timeZone: "Europe/Oslo" };

const queries = [
  {},
  { level: "connect" },
  { state: "submitted", sort: "submittedAt" },
  { level: "explore", state: "draft" },
  { text: "nic24" },
  { text: "klyngen eksempel", state: "withdrawn" },
  { sort: "reference" },
  { sort: "-cluster", level: "impact" },
  { from: "2024-01-01", until: "2024-12-31" },
].map((query) => ApplicationQuery.parse(query));

/** All of a list, page by page. */
const wholeList = async (table: Table, query: ApplicationQuery): Promise<readonly Application[]> => {
  const all: Application[] = [];
  let turn: Turn | undefined = {};
  while (turn) {
    const page = await pageOfApplications(table, nic, readingOfApplications(query, asking), turn);
    all.push(...page.items);
    turn = page.next === undefined ? undefined : { after: page.next };
  }
  return all;
};

const references = (all: readonly Application[]) => all.map(({ reference }) => reference);

test("whatever happens, and however it is heard of, every list has what the query chooses, in its order", async () => {
  await fc.assert(
    fc.asyncProperty(story, async (happening) => {
      const around = await world();
      const { table } = around;
      await tell(around, happening);
      const records = await applicationsOfCall(table, nic);
      for (const query of queries)
        expect(references(await wholeList(table, query))).toEqual(
          references(chooseApplications(records, query, asking)),
        );
    }),
    { numRuns: 12 },
  );
}, 180_000);

test("from one application one comes to the next and the one before, as the list has them", async () => {
  const { table, deeds, all, count } = await world();
  for (let n = 0; n < 5; n += 1) await deeds.start(n);
  await deeds.send(2);
  await count(all());
  const query = ApplicationQuery.parse({ sort: "reference" });
  const reading = readingOfApplications(query, asking);
  const list = chooseApplications(await applicationsOfCall(table, nic), query, asking);
  for (const [i, one] of list.entries()) {
    const { previous, next } = await neighboursOf(table, one, reading);
    expect([previous?.id, next?.id]).toEqual([list[i - 1]?.id, list[i + 1]?.id]);
  }
  const others = readingOfApplications(
    ApplicationQuery.parse({ level: Level.options.find((level) => level !== list[0]?.level) }),
    asking,
  );
  expect(list[0] && (await neighboursOf(table, list[0], others))).toEqual({});
});

/** Numbers in order, each standing at its own place. */
const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n).padStart(6, "0"));

const readFrom =
  (all: readonly string[], asked: { times: number }) =>
  async ([low, high]: readonly [string, string], newestFirst: boolean, limit: number) => {
    asked.times += 1;
    const inside = all.filter((one) => one >= low && one <= high);
    return (newestFirst ? inside.toReversed() : inside).slice(0, limit).map((one) => ({ place: one, one }));
  };

test("the pages on from the beginning hold everything once, and those back hold the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(450),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (length, size, every, newestFirst) => {
        const all = numbers(length);
        const holds = (one: string) => Number(one) % every === 0;
        const page = (turn: Turn) =>
          readPage(readFrom(all, { times: 0 }), { range: [" ", "~"], newestFirst, holds, turn, size });
        const wanted = all.filter(holds);
        const inOrder = newestFirst ? wanted.toReversed() : wanted;
        const on = [await page({})];
        for (let next = on[0]?.next; next !== undefined; next = on.at(-1)?.next)
          on.push(await page({ after: next }));
        expect(on.flatMap(({ items }) => items)).toEqual(inOrder);
        const back = [on.at(-1)];
        for (let before = back[0]?.previous; before !== undefined; before = back.at(-1)?.previous)
          back.push(await page({ before }));
        expect(back.toReversed().flatMap((one) => one?.items ?? [])).toEqual(inOrder);
      },
    ),
    { numRuns: 100 },
  );
});

test("what is rare is looked for within bounds, and found when one goes on", async () => {
  const asked = { times: 0 };
  const page = (turn: Turn) =>
    readPage(readFrom(numbers(5000), asked), {
      ...{ range: [" ", "~"], newestFirst: false, turn, size: 50 },
      holds: (one) => one === "003210",
    });
  let found = await page({});
  expect(found).toMatchObject({ items: [], isCutShort: true });
  expect(asked.times).toBeLessThanOrEqual(10);
  for (let on = 0; on < 3; on += 1) found = await page({ after: found.next });
  expect(found.items).toEqual(["003210"]);
});

test("a place that is no place is the end or the beginning of the list, and no fault", async () => {
  const page = (turn: Turn) =>
    readPage(readFrom(numbers(10), { times: 0 }), {
      ...{ range: ["000002", "000005"], newestFirst: false, holds: () => true, turn, size: 50 },
    });
  const at = (place: string) => Buffer.from(place).toString("base64url");
  expect((await page({ after: at("~~~") })).items).toEqual([]);
  expect((await page({ after: at("!") })).items).toHaveLength(4);
  expect((await page({ before: at("!") })).items).toEqual([]);
});
