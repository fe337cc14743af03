import fc from "fast-check";
import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { instant } from "#shared/domain/time.ts";
import { encode } from "#shared/form/answers.ts";
import { formFor } from "#shared/form/fields.ts";
import { type Line, type Part, type Shown, summary } from "#shared/form/summary.ts";
import { type Printed, writePdf } from "#shared/pdf/printed.ts";
import { anyAnswers, everyKind } from "../form/every-kind.ts";
import { completeDraft } from "../support/answers.ts";
import { allIn, readPdf } from "./reading.ts";

const printed = (given: Partial<Printed> = {}): Printed => ({
  language: "nb",
  name: "Søknad NIC24-7KQ2-M9XD",
  over: "Opptak av nye klynger 2024, NIC Connect",
  title: "Havbruksklyngen & sønner <vest>",
  notice: "Utkast, ikke sendt",
  facts: [
    ["Referanse", "NIC24-7KQ2-M9XD"],
    ["Frist", "21. juni 2024 kl. 16.00"],
  ],
  parts: summary(formFor(nic2024.application, "connect"), completeDraft("connect"), "nb"),
  header: ["NIC24-7KQ2-M9XD", "Utkast, ikke sendt"],
  footer: "Opptak av nye klynger 2024",
  pageOf: (page, pages) => `Side ${page} av ${pages}`,
  unanswered: "Ikke besvart",
  madeAt: instant("2024-04-15T07:00:00Z"),
  ...given,
});

const onePart = (text: string): Part[] => [
  { key: "a", title: "Del", lines: [{ path: "a.b", label: "Spørsmål", value: { as: "text", text } }] },
];

/** Texts as they are looked for: how lines were cut, and characters that cannot be seen, make no difference. */
const bare = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "")
    .replaceAll("\u2028", "");

const wordsOf = (value: Shown | undefined): readonly string[] => {
  switch (value?.as) {
    case undefined:
      return [];
    case "text":
      return [value.text];
    case "list":
      return value.items;
    case "table":
      return [...value.head, ...value.rows.flatMap(({ label, cells }) => [label, ...cells])];
    case "items":
      return value.items.flatMap(({ title, lines }) => [title, ...wordsIn(lines)]);
  }
};
const wordsIn = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ label, value }) => [label, ...wordsOf(value)]);

/** Finds each text after the one before it: all of them are there, and in their order. */
const holds = (text: string, parts: readonly Part[]): void => {
  const all = bare(text);
  let at = 0;
  for (const word of parts.flatMap(({ title, lines }) => [title, ...wordsIn(lines)])) {
    const found = all.indexOf(bare(word), at);
    expect(found, word).toBeGreaterThanOrEqual(0);
    at = found + bare(word).length;
  }
};

test("everything the pages show of an application is in the document, in its order", async () => {
  for (const level of ["connect", "explore", "impact"] as const) {
    const parts = summary(formFor(nic2024.application, level), completeDraft(level), "nn");
    const pdf = readPdf(await writePdf(printed({ parts, language: "nn" })));
    holds(pdf.text, parts);
    expect(pdf.bookmarks).toEqual(parts.map(({ title }) => title));
  }
});

test("whatever is answered is in the document", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyAnswers, async (answers) => {
      const draft = encode(everyKind, { all: answers });
      const parts = summary(everyKind, draft, "nb");
      holds(readPdf(await writePdf(printed({ parts }))).text, parts);
    }),
    { numRuns: 12 },
  );
});

const anyCharacter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(..."aeiou æøåÆØÅ čđŋšŧž €½–«»…'\"\\()<>&".split("")) },
  fc.constantFrom("\n", "\t", "\u00a0", "\u200d", "\u00ad", "\u2028", "\r\n", "-", "/"),
  fc.constantFrom("😀", "👩‍🚀", "🇳🇴", "→", "≤", "●", "■", "中", "Ελ", "Ж", "ạ", "é", "e\u0301", "q\u0301"),
  fc.constantFrom("שלום", "مرحبا", "नमस्ते", "\u0000", "\ud800", "\ufffe"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
);

test("no character breaks it, and those without a letter of ours can still be read aloud and copied", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCharacter, { minLength: 1, maxLength: 60 }), async (characters) => {
      const text = `x${characters.join("")}x`;
      const pdf = readPdf(await writePdf(printed({ parts: onePart(text) })));
      expect(bare(pdf.text)).toContain(bare(text.toWellFormed()));
    }),
    { numRuns: 30 },
  );
});

test("forty rows and four thousand characters go over as many pages as they need", async () => {
  const lines = (i: number): Line[] => [
    { path: "n", label: "Navn", value: { as: "text", text: `Medlem æøå ${i}` } },
    { path: "w", label: "Hvorfor", value: { as: "text", text: "ord ".repeat(i === 7 ? 1000 : 3) } },
    { path: "l", label: "Lenke", value: { as: "text", text: "x".repeat(i === 9 ? 4000 : 3) } },
  ];
  const items = Array.from({ length: 40 }, (_, i) => ({ title: `Medlem ${i + 1}`, lines: lines(i) }));
  const parts = [
    { key: "m", title: "Medlemmer", lines: [{ path: "m.l", label: "Liste", value: { as: "items", items } }] },
  ] as const;
  const pdf = readPdf(await writePdf(printed({ parts })));
  holds(pdf.text, parts);
  expect(pdf.margins.length).toBeGreaterThan(5);
  pdf.margins.forEach((margin, i) => {
    expect(margin).toContain("NIC24-7KQ2-M9XDUtkast, ikke sendt");
    expect(margin).toContain(`Side ${i + 1} av ${pdf.margins.length}`);
  });
});

test("it says what everything is, to those who listen to it", async () => {
  const pdf = readPdf(await writePdf(printed()));
  const elements = allIn(pdf.tree);
  const { tag, children } = pdf.tree;
  expect([tag, ...children.map((child) => child.tag)]).toEqual([
    "Document",
    "P",
    "H1",
    "P",
    "L",
    ...printed().parts.map(() => "Sect"),
  ]);
  expect(children.find((child) => child.tag === "H1")?.text).toBe("Havbruksklyngen & sønner <vest>");
  expect(children[2]?.text).toBe("Utkast, ikke sendt");
  const members = children.find(({ children: [first] }) => first?.text === "Medlemmer og partnere");
  expect(members?.children.map((child) => child.tag)).toEqual([
    ...["H2", "H3"],
    ...["H4", "P", "P", "P", "P", "P", "P", "P"],
    ...["H4", "P", "P", "P", "P", "P", "P", "P"],
    ...["H3", "P", "H3", "P"],
  ]);
  const table = elements.find((element) => element.tag === "Table");
  const [head, ...rows] = table?.children ?? [];
  expect(head?.children.map(({ tag, scope, text }) => [tag, scope, text])).toEqual([
    ["TD", undefined, ""],
    ["TH", "Column", "Personell"],
    ["TH", "Column", "Administrasjon"],
    ["TH", "Column", "Innkjøp"],
    ["TH", "Column", "Sum"],
  ]);
  expect(rows[0]?.children.map(({ tag, scope }) => [tag, scope])).toEqual([
    ["TH", "Row"],
    ...Array.from({ length: 4 }, () => ["TD", undefined]),
  ]);
  const list = elements.filter((element) => element.tag === "LI").at(-1);
  expect(list?.children.map(({ tag, text }) => [tag, text.trim()])).toEqual([
    ["Lbl", "•"],
    ["LBody", "de har lest hvordan personopplysningene behandles"],
  ]);
});

test("it is named, in a language, and claims to be for all (PDF/UA)", async () => {
  const pdf = readPdf(await writePdf(printed({ language: "nn", name: "Søknad <1> & 2" })));
  expect(pdf.title).toBe("Søknad  1    2");
  expect(pdf.language).toBe("nn-NO");
  expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(Buffer.from(pdf.metadata, "latin1").toString("utf8")).toContain("Søknad  1    2</rdf:li>");
  expect(pdf.fontsEmbedded).toBe(true);
});

test("the same data give the same bytes, whenever it is made", async () => {
  const [first, second] = [await writePdf(printed()), await writePdf(printed())];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
