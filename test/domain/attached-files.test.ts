import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AttachedFiles,
  arrived,
  decideAdding,
  findFile,
  totalBytes,
  withoutFile,
} from "#shared/domain/attached-files.ts";
import { bytesIn, type Declared, FileId } from "#shared/domain/stored-file.ts";
import { instant } from "#shared/domain/time.ts";
import { aFile, anAwaitedFile, aRule } from "../support/files.ts";

const id = FileId.parse("9b2f0d3c-5a0e-4a8e-8f0b-0d5b5a4a3c21");
const declared: Declared = {
  name: "Plan.pdf",
  type: "application/pdf",
  bytes: bytesIn(2),
  sha256: "a".repeat(64),
};

const adding = (files: AttachedFiles, over: Partial<Parameters<typeof decideAdding>[1]> = {}) =>
  decideAdding(files, {
    id,
    field: "plan",
    rule: aRule(),
    maxMegabytesInAll: 60,
    at: instant("2024-05-14T09:30:00Z"),
    by: "Kari Testesen",
    ...over,
  });

const code = (decided: ReturnType<typeof adding>) => (decided.ok ? "added" : decided.refusal.code);

describe("one more file", () => {
  test("is awaited at the end of its list, and the others are left alone", () => {
    const there = { plan: [aFile()], other: [aFile()] };
    expect(adding(there, { declared })).toMatchObject({
      ok: true,
      value: {
        other: there.other,
        plan: [there.plan[0], { ...declared, id, state: "awaited", addedBy: "Kari Testesen" }],
      },
    });
  });

  test("of which nothing is known yet is awaited too", () => {
    const decided = adding({});
    expect(decided.ok && decided.value["plan"]).toMatchObject([{ id, name: "", bytes: 0, state: "awaited" }]);
  });

  test.for<[string, AttachedFiles, Partial<Parameters<typeof adding>[1]>, string]>([
    ["one too many", { plan: [aFile(), aFile(), aFile()] }, {}, "tooMany"],
    [
      "refused ones have a place too, until they are removed",
      { plan: [aFile({ state: "refused" }), aFile(), aFile()] },
      {},
      "tooMany",
    ],
    [
      "one larger than a file may be",
      {},
      { declared: { ...declared, bytes: bytesIn(10) + 1 } },
      "tooLargeFile",
    ],
    ["one as large as a file may be", {}, { declared: { ...declared, bytes: bytesIn(10) } }, "added"],
    ["one of another type", {}, { declared: { ...declared, type: "image/png" } }, "notTheType"],
    ["one whose type the device does not know", {}, { declared: { ...declared, type: "" } }, "added"],
    [
      "one that makes them too large together",
      { other: [aFile({ bytes: bytesIn(58) + 1 })] },
      { declared },
      "tooLargeInAll",
    ],
    ["one that just fits", { other: [aFile({ bytes: bytesIn(58) })] }, { declared }, "added"],
    [
      "one beside a large one that is refused",
      { other: [aFile({ bytes: bytesIn(60), state: "refused" })] },
      { declared },
      "added",
    ],
  ])("%s: %s", ([, files, over, expected]) => {
    expect(code(adding(files, over))).toBe(expected);
  });

  test("never makes more than there is room for, however many are added", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: bytesIn(12) }), { maxLength: 20 }), (sizes) => {
        const rule = aRule({ max: 8 });
        const files = sizes.reduce<AttachedFiles>((now, bytes) => {
          const decided = adding(now, {
            rule,
            id: FileId.parse(crypto.randomUUID()),
            declared: { ...declared, bytes },
          });
          return decided.ok ? decided.value : now;
        }, {});
        expect(files["plan"]?.length ?? 0).toBeLessThanOrEqual(8);
        expect(totalBytes(files)).toBeLessThanOrEqual(bytesIn(60));
      }),
    );
  });
});

describe("a file among the others", () => {
  const awaited = anAwaitedFile();
  const clean = aFile();
  const files = { plan: [clean, awaited] };

  test("is found with its field, and gone when it is removed", () => {
    expect(findFile(files, awaited.id)).toEqual({ field: "plan", file: awaited });
    expect(withoutFile(files, awaited.id)).toEqual({ plan: [clean] });
  });

  test("that is awaited is being checked once it has arrived; anything else stays as it is", () => {
    expect(arrived(files, awaited.id)).toEqual({ plan: [clean, { ...awaited, state: "checking" }] });
    expect(arrived(files, clean.id)).toBe(files);
    expect(arrived(files, id)).toBe(files);
  });
});
