import fc from "fast-check";
import { expect, test } from "vitest";
import { begins, fold, wordsAsked, wordsIn } from "#shared/domain/fold.ts";

const { compare } = new Intl.Collator("nb");
const letters = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzæøå"),
  minLength: 1,
  maxLength: 6,
});

test("plain bytes sort folded names as Norwegians sort the names", () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      // To Norwegians «aa» is an å, which no program can tell from two a's in a name.
      fc.pre(![one, other].some((name) => /a[aå]|åa/.test(name)));
      const bytes = Buffer.compare(Buffer.from(fold(one)), Buffer.from(fold(other)));
      expect(Math.sign(bytes)).toBe(Math.sign(compare(one, other)));
    }),
  );
});

test("a name is found by the beginning of any of its words, however it is typed", () => {
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      (words, which, length) => {
        const word = words[which % words.length] ?? "";
        const typed = word.slice(0, 1 + (length % word.length)).toUpperCase();
        expect(begins(wordsAsked(typed), () => wordsIn(words.join(" ")))).toBe(true);
      },
    ),
  );
});

test.for([
  ["NIC24-7KQ2-M9XD", "nic24-7kq2-m9xd"],
  ["NIC24-7KQ2-M9XD", "NIC24-7KQ2-"],
  ["NIC24-7KQ2-M9XD", "m9xd"],
  ["974760673", "974 760 673"],
  ["Møre og Romsdal", "mør rom"],
  ["Café Noir", "cafe"],
  ["Øst-Finnmark vekst", "finnmark øst"],
  ["Øst-Finnmark vekst", "øst-finn"],
  ["kari.testesen@prove.example", "testesen@prove"],
  ["ＷＩＤＥ letters", "wide"],
] as const)("%s is found by %s", ([name, typed]) => {
  expect(begins(wordsAsked(typed), () => wordsIn(name))).toBe(true);
});

test.for([
  ["Havbruk", "bruk"],
  ["Sjø", "so"],
  ["NIC24-7KQ2-M9XD", "NIC24-7KQ3"],
] as const)("%s is not found by %s", ([name, typed]) => {
  expect(begins(wordsAsked(typed), () => wordsIn(name))).toBe(false);
});
