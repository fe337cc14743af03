import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Content, judge, ScanResult, whatToDo } from "#shared/domain/file-judgement.ts";
import { bytesIn } from "#shared/domain/stored-file.ts";
import { aFile, anAwaitedFile, aRule } from "../support/files.ts";

const content: Content = {
  bytes: 1000,
  sha256: "b".repeat(64),
  type: "application/pdf",
  ending: ".pdf",
};
const found = {
  scan: "NO_THREATS_FOUND",
  content,
  rule: aRule(),
  name: "Plan.pdf",
  key: "drafts/a/b/Plan.pdf",
  version: "v1",
} as const;

describe("a file whose scan has ended", () => {
  test("is clean with what its content says, under the name it was uploaded with", () => {
    expect(judge(anAwaitedFile({ state: "checking" }), found)).toMatchObject({
      state: "clean",
      name: "Plan.pdf",
      type: "application/pdf",
      bytes: 1000,
      sha256: content.sha256,
      key: found.key,
      version: "v1",
    });
  });

  test("keeps the name it was declared with", () => {
    expect(judge(anAwaitedFile({ name: "Vår plan.pdf" }), found).name).toBe("Vår plan.pdf");
  });

  test.for([
    ["malware", { scan: "THREATS_FOUND", content: undefined }],
    ["unscanned", { scan: "UNSUPPORTED", content: undefined }],
    ["unscanned", { scan: "ACCESS_DENIED", content: undefined }],
    ["unscanned", { scan: "FAILED", content: undefined }],
    ["unreadable", { content: undefined }],
    ["unreadable", { content: { ...content, bytes: 0 } }],
    ["too-large", { content: { ...content, bytes: bytesIn(10) + 1 } }],
    ["wrong-digest", { content: { ...content, sha256: "c".repeat(64) } }],
    ["not-the-type", { content: { ...content, ending: ".exe", type: "application/x-msdownload" } }],
    ["not-the-type", { content: { bytes: 1000, sha256: content.sha256 } }],
  ] as const)("is refused as %s by %o", ([why, over]) => {
    const declared = anAwaitedFile({ sha256: content.sha256 });
    expect(judge(declared, { ...found, ...over })).toMatchObject({ state: "refused", why, version: "v1" });
  });

  test("is clean only when the scan found nothing and the content is what it should be", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ScanResult.options),
        fc.option(
          fc.record({
            bytes: fc.nat(bytesIn(12)),
            sha256: fc.constantFrom("b".repeat(64), "c".repeat(64)),
            type: fc.constant("x/y"),
            ending: fc.constantFrom(".pdf", ".docx", ".xlsx", ".exe"),
          }),
          { nil: undefined },
        ),
        fc.option(fc.constant("b".repeat(64)), { nil: undefined }),
        (scan, some, sha256) => {
          const file = anAwaitedFile(sha256 ? { sha256 } : {});
          const judged = judge(file, { ...found, scan, content: some });
          const isFit =
            scan === "NO_THREATS_FOUND" &&
            some !== undefined &&
            some.bytes > 0 &&
            some.bytes <= bytesIn(10) &&
            (sha256 === undefined || sha256 === some.sha256) &&
            [".pdf", ".docx"].includes(some.ending);
          expect(judged.state).toBe(isFit ? "clean" : "refused");
          expect(whatToDo(judged, "v1")).toBe(isFit ? "nothing" : "forget");
          expect(whatToDo(judged, "v2")).toBe("forget");
        },
      ),
    );
  });
});

test("what is done about a version hangs on what is known of its file", () => {
  expect(whatToDo(undefined, "v1")).toBe("forget");
  expect(whatToDo(anAwaitedFile(), "v1")).toBe("judge");
  expect(whatToDo(anAwaitedFile({ state: "checking" }), "v1")).toBe("judge");
  expect(whatToDo(aFile({ version: "v1" }), "v1")).toBe("nothing");
});
