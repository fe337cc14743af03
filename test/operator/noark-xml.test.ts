import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "#shared/domain/digest.ts";
import { instant } from "#shared/domain/time.ts";
import { changesIn } from "../../operator/noark/changes.ts";
import { formatOf, systemId } from "../../operator/noark/values.ts";
import { element, texts, written } from "../../operator/noark/xml.ts";
import { openXml } from "../../operator/noark/xml-file.ts";
import { readXml } from "./xml-reading.ts";

const document = (xml: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;

/** XML 1.0, production 2. */
const isAllowed = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (
    [9, 10, 13].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000
  );
};

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("&", "<", ">", '"', "'", "\r", "\n", "\t", "\u0000", "\ud800", "]]>", "\u202e"),
  }),
);

test("any text comes back as it was, but for what XML cannot say", () => {
  fc.assert(
    fc.property(anyText, anyText, (text, attribute) => {
      const read = readXml(document(written(element("a", `.${text}`, { b: attribute }), 0)));
      const expected = (given: string) =>
        [...given.toWellFormed()].map((one) => (isAllowed(one) ? one : "\ufffd")).join("");
      expect(read.text).toBe(`.${expected(text)}`);
      expect(read.attributes).toEqual({ b: expected(attribute) });
    }),
  );
});

test("what has no value is left out, and so is what has nothing but such", () => {
  const empty = element("b", [element("c", ""), ...texts({ d: undefined, e: " \n" })]);
  expect(written(empty, 0)).toBe("");
  expect(written(element("a", [empty, ...texts({ f: 0 })]), 0)).toBe("<a>\n  <f>0</f>\n</a>\n");
});

test("a file is written piece by piece, and its digest is of all of it", async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "xml-")), "a.xml");
  const xml = await openXml(file);
  await xml.begin("a", { b: "&" });
  await xml.begin("c");
  await xml.add(texts({ d: 1 }));
  await xml.end();
  await xml.add(texts({ e: "æ" }));
  const digest = await xml.close();
  const text = readFileSync(file, "utf8");
  expect(text).toBe(document('<a b="&amp;">\n  <c>\n    <d>1</d>\n  </c>\n  <e>æ</e>\n</a>\n'));
  expect(digest).toBe(sha256(text));
});

test("the same record has the same id, and another record another", () => {
  expect(systemId("saksmappe", "a")).toBe(systemId("saksmappe", "a"));
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(systemId("a", one)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(systemId("a", one) === systemId("a", other)).toBe(one === other);
      expect(systemId("a", one)).not.toBe(systemId("b", one));
    }),
  );
});

test.for([
  ["%PDF-1.7 …", ".pdf", "fmt/276"],
  ["%PDF-1.4", ".bin", "fmt/18"],
  ["PK", ".docx", "fmt/412"],
  ["{}", ".json", "fmt/817"],
  ["MZ", ".exe", "av/0"],
  ["%PDF-9.9", ".pdf", "av/0"],
] as const)("%s named %s is of format %s", ([content, ending, format]) => {
  expect(formatOf(ending, new TextEncoder().encode(content))).toBe(format);
});

test("a history tells who has had the case, and when it was open", () => {
  const at = (day: number) => instant(`2024-06-${day}T10:00:00Z`);
  const event = (
    what: Parameters<typeof changesIn>[0][number]["what"],
    day: number,
    name = "Kari",
    detail = "",
  ) => ({
    ...{ what, at: at(day), name, detail },
  });
  const words = { unassigned: "Ingen", byApplicant: "Søkeren" };
  const events = [
    event("application-submitted", 10),
    event("application-withdrawn", 11),
    event("application-submitted", 12),
    event("application-submitted", 13),
    event("case-taken", 22, "Sak S."),
    event("case-released", 23, "Leder L."),
    event("case-taken", 24, "Ny S."),
    event("case-handed-over", 25, "Ny S.", "id Neste N."),
    event("case-released", 29, "Ny S."),
  ];
  const { changes, officer, closedAt } = changesIn(events, { at: at(28), words });
  expect(changes.map(({ by, before, after }) => [by, before, after])).toEqual([
    ["Søkeren", "Under behandling", "Avsluttet"],
    ["Søkeren", "Avsluttet", "Under behandling"],
    ["Sak S.", "Ingen", "Sak S."],
    ["Leder L.", "Sak S.", "Ingen"],
    ["Ny S.", "Ingen", "Ny S."],
    ["Ny S.", "Ny S.", "Neste N."],
    ["Opptak", "Under behandling", "Avsluttet"],
  ]);
  expect([officer, closedAt]).toEqual(["Neste N.", at(28)]);
  expect(changesIn(events.slice(0, 2), { at: at(28), words }).closedAt).toEqual(at(11));
});
