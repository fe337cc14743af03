import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileNameOf, StoredFile } from "#shared/domain/stored-file.ts";
import { aFile } from "../support/files.ts";

describe("the name of a file", () => {
  test.for([
    ["Strategi.pdf", "Strategi.pdf"],
    ["C:\\Users\\kari\\Strategi.pdf", "Strategi.pdf"],
    ["../../etc/passwd", "passwd"],
    ["  a\u0000b\r\n.pdf ", "ab.pdf"],
    ["avtale\u202efdp.exe", "avtalefdp.exe"],
    ["A\u030arsmelding.pdf", "Årsmelding.pdf"],
    ["", "file"],
    ["x/", "file"],
    ["\u0000", "file"],
  ] as const)("%j is kept as %j", ([given, kept]) => {
    expect(fileNameOf(given)).toBe(kept);
  });

  test("that is too long keeps its beginning and its ending", () => {
    const name = fileNameOf(`${"å".repeat(300)}.docx`);
    expect([...name]).toHaveLength(100);
    expect(name).toMatch(/^å+\.docx$/);
  });

  test("whatever it was, fits, names no folder, and stays the same from then on", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const name = fileNameOf(given);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(name).not.toBe("");
        expect(name.normalize("NFC")).toBe(name);
        expect(fileNameOf(name)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  test("that nobody cleaned is not taken for one", () => {
    expect(StoredFile.safeParse({ ...aFile(), name: "a/b.pdf" }).success).toBe(false);
    expect(StoredFile.safeParse({ ...aFile(), name: "" }).success).toBe(true);
  });
});
