import fc from "fast-check";
import { expect, test } from "vitest";
import { same } from "#shared/domain/text.ts";
import { encode } from "#shared/form/answers.ts";
import { check } from "#shared/form/check.ts";
import {
  checkboxes,
  date,
  decimal,
  defineForm,
  email,
  type Field,
  files,
  group,
  integer,
  longText,
  money,
  orgNumber,
  phone,
  radio,
  section,
  select,
  table,
  text,
  url,
} from "#shared/form/fields.ts";
import type { Answers, Draft } from "#shared/form/types.ts";
import { readOrgNumber } from "#shared/form/values.ts";

const label = same("Q");
const options = { a: same("A"), b: same("B") };

const form = defineForm({
  id: "kinds",
  version: 1,
  title: label,
  sections: {
    all: section(label, {
      text: text(label, { max: 50 }),
      longText: longText(label, { max: 200, optional: true }),
      radio: radio(label, { options }),
      select: select(label, { options, optional: true }),
      checkboxes: checkboxes(label, { options }),
      email: email(label, {}),
      phone: phone(label, {}),
      url: url(label, { optional: true }),
      orgNumber: orgNumber(label, {}),
      integer: integer(label, { min: -10 }),
      decimal: decimal(label, {}),
      money: money(label, { min: 0 }),
      date: date(label, { from: "2000-01-01" }),
      files: files(label, { accept: [".pdf"], maxMegabytes: 10, max: 3 }),
      table: table(label, { rows: options, columns: options, optional: true }),
      group: group(label, {
        min: 0,
        max: 3,
        item: label,
        add: label,
        fields: {
          name: text(label, { max: 20 }),
          why: text(label, { max: 20, showIf: { when: ".name", is: ["because"] } }),
        },
      }),
    }),
  },
});

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Claim extends true>() => true;
type All = Answers<typeof form>["all"];

test("types follow from the form", () => {
  expect(holds<Equal<All["radio"], "a" | "b">>()).toBe(true);
  expect(holds<Equal<All["select"], "a" | "b" | undefined>>()).toBe(true);
  expect(holds<Equal<All["checkboxes"], ("a" | "b")[]>>()).toBe(true);
  expect(holds<Equal<All["money"], number>>()).toBe(true);
  expect(holds<Equal<Draft<typeof form>["all"]["money"], string>>()).toBe(true);
});

const plain = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .map((typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .filter((typed) => typed !== "" && [...typed].length <= maxLength);
const orgNumbers = fc
  .integer({ min: 80_000_000, max: 99_999_999 })
  .map((body) => Array.from({ length: 10 }, (_, digit) => readOrgNumber(`${body}${digit}`)).find(Boolean))
  .filter((number) => number !== undefined);
const amounts = fc.record({ a: fc.nat(1e9), b: fc.nat(1e9) });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const answers = fc.record<All>({
  text: plain(20),
  longText: maybe(plain(60)),
  radio: fc.constantFrom("a", "b"),
  select: maybe(fc.constantFrom("a", "b")),
  checkboxes: fc.uniqueArray(fc.constantFrom("a", "b"), { minLength: 1 }),
  email: fc.constantFrom("a@b.example", "post@eksempel.example"),
  phone: fc.integer({ min: 20_000_000, max: 99_999_999 }).map((number) => `+47${number}`),
  url: maybe(fc.constantFrom("https://eksempel.example/", "https://eksempel.example/a?b=c")),
  orgNumber: orgNumbers,
  integer: fc.integer({ min: -10, max: 1e9 }),
  decimal: fc.integer({ min: -1e6, max: 1e6 }).map((number) => number / 100),
  money: fc.nat(1e9),
  date: fc
    .integer({ min: 0, max: 9000 })
    .map((days) => new Date(946_684_800_000 + days * 86_400_000).toISOString().slice(0, 10)),
  files: fc.array(
    fc.record({ id: fc.uuid(), name: plain(20), type: fc.constant("application/pdf"), bytes: fc.nat() }),
    { minLength: 1, maxLength: 3 },
  ),
  table: fc.record({ a: amounts, b: amounts }),
  group: fc.array(fc.record({ id: fc.uuid(), name: plain(10), why: fc.constant(undefined) }), {
    maxLength: 3,
  }),
});

test("answers of every kind come back from their draft as they were", () => {
  const kinds = Object.values<Field>(form.sections.all.fields).map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(16);
  fc.assert(
    fc.property(answers, (all) => {
      const stored = JSON.parse(JSON.stringify({ all }));
      const checked = check(form, encode(form, stored));
      expect(checked.ok && JSON.parse(JSON.stringify(checked.answers))).toEqual(stored);
    }),
  );
});
