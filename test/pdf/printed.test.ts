import fc from "fast-check";
import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { instant } from "#shared/domain/time.ts";
import { encode } from "#shared/form/answers.ts";
import { formFor } from "#shared/form/levels.ts";
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

test("what is copied from it is what was written, sign for sign", async () => {
  const text = "2x3 og 2×3, (A:B) -> → <= ≤ ≥ ≈ « » – + = 1/2 ½";
  const pdf = readPdf(await writePdf(printed({ parts: onePart(text) })));
  expect(bare(pdf.text)).toContain(bare(text));
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

const table: Shown = {
  as: "table",
  head: ["", "År 1", "År 2"],
  rows: [{ label: "Lønn", cells: ["1 000 000", "ca. 5"] }],
};
const line = (label: string, value: Shown | undefined): Line => ({ path: "a.b", label, value });
const everyKindOfAnswer: Part[] = [
  {
    key: "a",
    title: "Alt",
    lines: [
      line("Navn", { as: "text", text: "Havklynga" }),
      line("Mål", { as: "list", items: ["Mer nyskaping", "Grønn omstilling"] }),
      line("Budsjett", table),
      line("Medlemmer", {
        as: "items",
        items: [
          { title: "Medlem 1", lines: [line("Rolle", { as: "text", text: "Leder" }), line("År", undefined)] },
        ],
      }),
      line("Kommentar", undefined),
    ],
  },
];

test("it says what everything is, to those who listen to it", async () => {
  const { tree } = readPdf(await writePdf(printed({ parts: everyKindOfAnswer })));
  const told = allIn(tree).map(({ tag, scope, text }) =>
    [tag, ...(scope ? [scope] : []), text.trim()].join(" "),
  );
  expect(told).toEqual([
    "Document ",
    "P Opptak av nye klynger 2024, NIC Connect",
    "H1 Havbruksklyngen & sønner <vest>",
    "P Utkast, ikke sendt",
    ...["L ", "LI ", "Lbl Referanse", "LBody NIC24-7KQ2-M9XD"],
    ...["LI ", "Lbl Frist", "LBody 21. juni 2024 kl. 16.00"],
    ...["Sect ", "H2 Alt"],
    ...["H3 Navn", "P Havklynga"],
    ...["H3 Mål", "L ", "LI ", "Lbl •", "LBody Mer nyskaping", "LI ", "Lbl •", "LBody Grønn omstilling"],
    ...["H3 Budsjett", "Table ", "TR ", "TD ", "TH Column År 1", "TH Column År 2"],
    ...["TR ", "TH Row Lønn", "TD 1 000 000", "TD ca. 5"],
    ...["H3 Medlemmer", "H4 Medlem 1", "P Rolle Leder", "P År Ikke besvart"],
    ...["H3 Kommentar", "P Ikke besvart"],
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

test("the same data give the same bytes, whatever was written before", async () => {
  // For both of these Inter has the same letter.
  const texts = ["d\u02bcor", "d\u2019or", "d\u02bcor"];
  const pdfs: Uint8Array[] = [];
  for (const text of texts) pdfs.push(await writePdf(printed({ parts: onePart(text) })));
  for (const [i, text] of texts.entries()) expect(readPdf(pdfs[i] ?? new Uint8Array()).text).toContain(text);
  expect(Buffer.from(pdfs[0] ?? "").equals(Buffer.from(pdfs[2] ?? "-"))).toBe(true);
});

test("what one may want to copy is on one page, wherever on the page it would have begun", async () => {
  const words = "abc123-_".repeat(120);
  const before = (lines: number): Line[] =>
    Array.from({ length: lines }, () => line("Før", { as: "text", text: "x" }));
  for (const lines of [0, 12, 16, 18, 40]) {
    const parts = [
      { key: "a", title: "Del", lines: [...before(lines), line("Tegn", { as: "text", text: words })] },
    ];
    const pdf = readPdf(await writePdf(printed({ parts })));
    expect(
      pdf.text.split("\n").filter((page) => page.includes(words.slice(-8)) || page.includes("abc123")),
    ).toHaveLength(1);
  }
});
