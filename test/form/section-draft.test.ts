import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { check, problemsOfMisfits } from "#shared/form/check.ts";
import { emptySection, readSectionDraft } from "#shared/form/draft.ts";
import { formFor } from "#shared/form/levels.ts";

const connect = formFor(nic2024.application, "connect");

describe("what a request brings for a section", () => {
  const section = (key: string) => connect.sections[key] ?? { title: { nb: "", nn: "", en: "" }, fields: {} };
  test.for([
    ["an unknown field", "applicant", { nope: "1" }, "/nope", "unknown"],
    ["a field named to do harm", "applicant", JSON.parse('{"__proto__":"1"}'), "/__proto__", "unknown"],
    ["a field with a slash in its name", "applicant", { "a/b~": "1" }, "/a~1b~0", "unknown"],
    ["a wrong type", "applicant", { organisation: 5 }, "/organisation", "wrong-type"],
    ["null for an answer", "applicant", { organisation: null }, "/organisation", "wrong-type"],
    ["a list for a section", "applicant", [], "", "wrong-type"],
    ["text for a section", "applicant", "x", "", "wrong-type"],
    ["a row without an id", "members", { list: [{ name: "x" }] }, "/list/0/id", "wrong-type"],
    ["an unknown field in a row", "members", { list: [{ id: "a", x: "" }] }, "/list/0/x", "unknown"],
    ["far too much text", "applicant", { organisation: "x".repeat(401) }, "/organisation", "too-long"],
    [
      "far too much in a cell",
      "budget",
      { costs1: { marketing: { personnel: "1".repeat(41) } } },
      "/costs1/marketing/personnel",
      "too-long",
    ],
    [
      "too many rows",
      "members",
      { list: Array.from({ length: 201 }, (_, i) => ({ id: `r${i}` })) },
      "/list",
      "too-many",
    ],
    ["an unknown cell", "budget", { costs1: { gifts: { personnel: "1" } } }, "/costs1/gifts", "unknown"],
  ] as const)("%s is refused", ([, key, given, pointer, code]) => {
    expect(readSectionDraft(section(key), given)).toMatchObject({ ok: false, refusal: [{ pointer, code }] });
  });

  test("and is told what there is room for, in words", () => {
    const said = (key: string, given: unknown) => {
      const read = readSectionDraft(section(key), given);
      return read.ok ? [] : problemsOfMisfits(connect, key, read.refusal);
    };
    const rows = Array.from({ length: 201 }, (_, i) => ({ id: `r${i}` }));
    expect(said("members", { list: rows })).toMatchObject([
      { pointer: "/members/list", code: "too-many", message: { nb: "Det kan være høyst 200" } },
    ]);
    expect(said("cluster", { summary: "x".repeat(3001) })).toMatchObject([
      {
        pointer: "/cluster/summary",
        code: "too-long",
        label: { nn: "Kort samandrag" },
        message: { nn: "Teksten er for lang til å lagrast. Skriv høgst 600 teikn" },
      },
    ]);
  });

  test("anything at all is either kept, in the section's own shape, or refused", () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(connect.sections)), (given, key) => {
        const read = readSectionDraft(section(key), given);
        if (!read.ok) expect(read.refusal.length).toBeGreaterThan(0);
        else expect(Object.keys(read.value)).toEqual(Object.keys(emptySection(section(key))));
        check(connect, { [key]: read.ok ? read.value : {} });
      }),
    );
  });

  test("any text within bounds is kept as typed, but for how line ends are written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const read = readSectionDraft(section("applicant"), { organisation: text });
        expect(read.ok && read.value["organisation"]).toBe(text.normalize("NFC").replace(/\r\n?/g, "\n"));
        const again = readSectionDraft(section("applicant"), read.ok && read.value);
        expect(again).toEqual(read);
      }),
    );
    const read = readSectionDraft(section("cluster"), { summary: "a\r\nb\rc" });
    expect(read.ok && read.value["summary"]).toBe("a\nb\nc");
    const broken = readSectionDraft(section("cluster"), { summary: "a\u0000\u001b[1mb\ud800\tc\ufffe" });
    expect(broken.ok && broken.value["summary"]).toBe("a[1mb\ufffd\tc");
  });

  test("nothing at all is an empty section", () => {
    expect(readSectionDraft(section("members"), undefined)).toEqual({
      ok: true,
      value: emptySection(section("members")),
    });
  });
});
