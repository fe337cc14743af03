import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { keepDraft } from "../functions/records.ts";
import { begin } from "../support/begun.ts";
import { folder, openBoth } from "./handing-over.ts";
import { attached, send } from "./sending.ts";

type Both = Awaited<ReturnType<typeof openBoth>>;
let table: Both["table"];
let s3: Both["s3"];
let handOver: Both["handOver"];
beforeEach(async () => {
  ({ table, s3, handOver } = await openBoth());
});

const sent = async () => send(table, await begin(table), { at: "2024-06-20T12:00:00Z" });

test.for([
  ["other than it was", "other", "is not what was sent"],
  ["gone", undefined, "is not there"],
] as const)(
  "an attachment that is %s ends with 1, is named by its id, and leaves no package",
  async ([, found, why]) => {
    const begun = await begin(table, { organisation: "Vedlegg AS" });
    const letter = attached(s3, "Brev.pdf", "sent", found);
    const gone = found ? letter : { ...letter, version: "unheard-of" };
    const { id } = await send(table, begun, {
      at: "2024-06-20T12:00:00Z",
      answers: { a: { letters: [gone] } },
    });
    expect(await handOver("faulty")).toEqual({
      code: 1,
      out: "1 of 1 applications, 0 of 1 submissions, 0 of 4 files written\n",
      complaint: `Application ${id}, submission 1: The attachment ${letter.id} ${why}.\nNo package was kept.\n`,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith("faulty"))).toEqual([]);
  },
);

describe("ends with 2 and says why", () => {
  test.for([
    [["--site", "opptak"], "Say --site"],
    [["--at", "yesterday"], "Say --at"],
    [["--at", "2024-06-21T14:00:00Z"], "can still be sent"],
    [["--bucket", ""], "Say --bucket"],
    [["--language", "se"], "Say --language, one of nb, nn, en."],
    [["--out", folder], "There is something at"],
    [["--schemas", folder], "addml.xsd cannot be read"],
    [["--unheard-of"], "Unknown option"],
  ] as const)("%j", async ([wrong, why]) => {
    await sent();
    const { code, out, complaint } = await handOver("wrong", ...wrong);
    expect([code, out]).toEqual([2, ""]);
    expect(complaint).toContain(why);
    expect(readdirSync(folder).filter((name) => name.startsWith("wrong"))).toEqual([]);
  });

  test("when nothing has been sent", async () => {
    await keepDraft(table);
    expect((await handOver("nothing")).complaint).toBe("Nothing has been sent to nic-2024.\n");
  });
});

test("as a process it explains itself and ends with 0", () => {
  const script = path.join(import.meta.dirname, "../../operator/hand-over.ts");
  const ended = spawnSync(process.execPath, [script, "--help"], { encoding: "utf8" });
  expect(ended).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("--creator NUMBER") });
});
