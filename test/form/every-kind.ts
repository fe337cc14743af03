import fc from "fast-check";
import { FileId, fileNameOf, type SentFile } from "#shared/domain/stored-file.ts";
import { same } from "#shared/domain/text.ts";
import {
  checkboxes,
  date,
  decimal,
  defineForm,
  email,
  files,
  group,
  integer,
  longText,
  money,
  orgNumber,
  phone,
  radio,
  reference,
  section,
  select,
  table,
  text,
  time,
  url,
} from "#shared/form/define.ts";
import type { Answers } from "#shared/form/types.ts";
import { readOrgNumber } from "#shared/form/values.ts";

const q = (word: string) => same(`Q ${word}`);
const options = { a: same("Option A"), b: same("Option B") };

/** A question of every kind, once on the page and once in a row. */
export const everyKind = defineForm({
  id: "kinds",
  version: 1,
  title: same("Kinds: every/one?"),
  sections: {
    all: section(same("All"), {
      text: text(q("text"), { max: 50 }),
      longText: longText(q("long"), { max: 200, optional: true }),
      radio: radio(q("radio"), { options }),
      select: select(q("select"), { options, optional: true }),
      checkboxes: checkboxes(q("boxes"), { options }),
      email: email(q("email"), {}),
      phone: phone(q("phone"), {}),
      url: url(q("url"), { optional: true }),
      orgNumber: orgNumber(q("number"), {}),
      integer: integer(q("integer"), { min: -10 }),
      decimal: decimal(q("decimal"), {}),
      money: money(q("money"), { min: 0 }),
      date: date(q("date"), { from: "2000-01-01" }),
      time: time(q("time"), {}),
      files: files(q("files"), { accept: [".pdf"], maxMegabytes: 10, max: 3 }),
      table: table(q("table"), { rows: options, columns: options, optional: true }),
      group: group(q("group"), {
        min: 0,
        max: 3,
        item: same("Item"),
        add: same("Add"),
        fields: {
          name: text(q("row name"), { max: 20 }),
          choice: select(q("row choice"), { options }),
          why: longText(q("row why"), { max: 20, showIf: { when: ".choice", is: ["b"] } }),
          amount: money(q("row amount"), { optional: true }),
          day: date(q("row day"), { optional: true }),
          kinds: checkboxes(q("row kinds"), { options, optional: true }),
        },
      }),
      first: reference(q("first"), { to: "all.group", named: "name", optional: true }),
      pointed: reference(q("pointed"), { to: "all.group", named: "name", several: true, optional: true }),
    }),
  },
});

export type Everything = Answers<typeof everyKind>["all"];
type Row = Everything["group"][number];

const plain = (maxLength: number, oneLine = true) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .map((typed) => (oneLine ? typed.replace(/\s/g, " ") : typed).normalize("NFC").trim())
    .filter((typed) => typed !== "" && [...typed].length <= maxLength);
const orgNumbers = fc
  .integer({ min: 80_000_000, max: 99_999_999 })
  .map((body) => Array.from({ length: 10 }, (_, digit) => readOrgNumber(`${body}${digit}`)).find(Boolean))
  .filter((number) => number !== undefined);
const days = fc
  .integer({ min: 0, max: 9000 })
  .map((day) => new Date(946_684_800_000 + day * 86_400_000).toISOString().slice(0, 10));
const times = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const amounts = fc.record({ a: fc.nat(1e9), b: fc.nat(1e9) });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const choices = fc.constantFrom("a" as const, "b" as const);
const some = (minLength: number) => fc.uniqueArray(choices, { minLength });

const rows = fc.record<Row>({
  id: fc.uuid(),
  name: plain(10),
  choice: fc.constant("a"),
  why: fc.constant(undefined),
  amount: maybe(fc.nat(1e9)),
  day: maybe(days),
  kinds: some(0),
});
const explainedRows = fc
  .tuple(rows, plain(20, false))
  .map(([row, why]): Row => ({ ...row, choice: "b", why }));

/** Points back at every row, and at the first of them. */
const pointing = <T extends Pick<Everything, "group">>(answers: T) => {
  const ids = answers.group.map(({ id }) => id);
  return { ...answers, first: ids[0], pointed: ids };
};

/** Answers somebody may have given: whatever is kept, they must come back as they are. */
export const anyAnswers = fc
  .record<Omit<Everything, "first" | "pointed">>({
    text: plain(20),
    longText: maybe(plain(60, false)),
    radio: choices,
    select: maybe(choices),
    checkboxes: some(1),
    email: fc.constantFrom("a@b.example", "post@eksempel.example"),
    phone: fc.oneof(
      fc.integer({ min: 20_000_000, max: 99_999_999 }).map((number) => `+47${number}`),
      fc.constantFrom("+46812345678", "+4915112345678"),
    ),
    url: maybe(fc.constantFrom("https://eksempel.example/", "https://eksempel.example/a?b=c")),
    orgNumber: orgNumbers,
    integer: fc.integer({ min: -10, max: 1e9 }),
    decimal: fc.integer({ min: -1e6, max: 1e6 }).map((number) => number / 100),
    money: fc.nat(1e9),
    date: days,
    time: times,
    files: fc.array(
      fc.record<SentFile>({
        id: fc.uuid().map((id) => FileId.parse(id)),
        name: plain(20).map(fileNameOf),
        type: fc.constant("application/pdf"),
        bytes: fc.nat(),
        sha256: fc.constant("0".repeat(64)),
        key: plain(20),
        version: fc.uuid(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    table: fc.record({ a: amounts, b: amounts }),
    group: fc.uniqueArray(fc.oneof(rows, explainedRows), { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(pointing);
