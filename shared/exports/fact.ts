import { type Language, type Text, t } from "#shared/domain/text.ts";
import { type Instant, InstantText, onTheWall } from "#shared/domain/time.ts";
import type { Cell, Column, Sheet } from "#shared/spreadsheets/sheet.ts";

/** A column of what is known of each record without its answers. */
export interface Fact<One> {
  readonly key: string;
  readonly heading: Text;
  readonly type: Column["type"];
  readonly cell: (one: One) => Cell;
}

export const text = <One>(key: string, heading: Text, cell: (one: One) => Cell): Fact<One> => ({
  key,
  heading,
  type: "text",
  cell,
});

export const number = <One>(key: string, heading: Text, cell: (one: One) => Cell): Fact<One> => ({
  key,
  heading,
  type: "number",
  cell,
});

const onClock = ({ nb, nn, en }: Text, clock: Text): Text =>
  t(`${nb} (${clock.nb})`, `${nn} (${clock.nn})`, `${en} (${clock.en})`);

/** Both clocks, so that nobody has to guess: Oslo with its offset, and UTC. As text, since a spreadsheet's own times have no offset and lose milliseconds. */
export const moment = <One>(
  key: string,
  heading: Text,
  at: (one: One) => Instant | undefined,
): readonly Fact<One>[] => [
  text(key, onClock(heading, t("norsk tid", "norsk tid", "Norwegian time")), (one) => {
    const found = at(one);
    return (
      found && onTheWall(found, "Europe/Oslo").toString({ timeZoneName: "never", fractionalSecondDigits: 3 })
    );
  }),
  text(`${key}Utc`, onClock(heading, t("UTC", "UTC", "UTC")), (one) => {
    const found = at(one);
    return found && InstantText.encode(found);
  }),
];

export const columnsOf = <One>(facts: readonly Fact<One>[], language: Language): readonly Column[] =>
  facts.map(({ key, heading, type }) => ({ key, heading: heading[language], type }));

/** A sheet, and how many rows it must have: a file with another number of them is not made. */
export interface Counted extends Sheet {
  readonly expected: number;
}

export const ensureWhole = ({ key, rows, expected }: Counted): void => {
  if (rows.length !== expected)
    throw new Error(`Of ${expected} rows of ${key} to export there are ${rows.length}`);
};

/** What is asked for, and tables that hang on it. */
export type Tables = readonly [Counted, ...Counted[]];

/** One row for each record. */
export const tableOf = <One>(
  { key, name, facts }: { readonly key: string; readonly name: Text; readonly facts: readonly Fact<One>[] },
  {
    records,
    expected,
    language,
  }: { readonly records: readonly One[]; readonly expected: number; readonly language: Language },
): Counted => ({
  key,
  name: name[language],
  columns: columnsOf(facts, language),
  rows: records.map((one) => facts.map(({ cell }) => cell(one))),
  expected,
});

/** Two pieces of the same tables as one. */
export const joined = ([first, ...others]: Tables, more: Tables): Tables => {
  const withMore = (one: Counted): Counted => {
    const other = more.find(({ key }) => key === one.key);
    if (!other) return one;
    return { ...one, rows: [...one.rows, ...other.rows], expected: one.expected + other.expected };
  };
  return [withMore(first), ...others.map(withMore)];
};
