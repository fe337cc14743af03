import { beforeAll, describe, expect, test } from "vitest";
import { type AttachedFiles, withoutFile } from "#shared/domain/attached-files.ts";
import { accept, refuse } from "#shared/domain/result.ts";
import type { StoredFile } from "#shared/domain/stored-file.ts";
import { instant } from "#shared/domain/time.ts";
import { changeFiles, readFiles } from "#shared/records/attached-files.ts";
import { readSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { freshTable } from "../support/dynamodb.ts";
import { aFile } from "../support/files.ts";
import { applicantAt } from "./applicant.ts";

const at = instant("2024-05-14T10:00:00.000Z");
const section = "attachments";

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

const add = (file: StoredFile) => (files: AttachedFiles) =>
  accept({ ...files, letters: [...(files["letters"] ?? []), file] });

describe("the files of a section", () => {
  test("are none before any was added, and then what was decided, with who did it and when", async () => {
    const application = await applicantAt(table).start();
    expect(await readFiles(table, application, section)).toEqual({ files: {}, revision: 0 });
    const file = aFile();
    const change = { application, section, at, by: "Kari Testesen", decide: add(file) };
    expect(await changeFiles(table, change)).toEqual(accept({ letters: [file] }));
    expect(await readSection(table, application.id, section)).toEqual({
      section,
      revision: 1,
      answers: { letters: [file] },
      savedAt: at,
      savedBy: "Kari Testesen",
    });
  });

  test("stay as they are when nothing is decided, or no", async () => {
    const application = await applicantAt(table).start();
    const change = { application, section, at, by: "Kari" };
    await changeFiles(table, { ...change, decide: add(aFile()) });
    await changeFiles(table, { ...change, decide: accept });
    expect(await changeFiles(table, { ...change, decide: () => refuse("no") })).toEqual(refuse("no"));
    expect((await readFiles(table, application, section)).revision).toBe(1);
  });

  test("are all there when many are added at the same time: who comes second decides again", async () => {
    const application = await applicantAt(table).start();
    const files = Array.from({ length: 6 }, () => aFile());
    const change = { application, section, at, by: "Kari" };
    await Promise.all(files.map((file) => changeFiles(table, { ...change, decide: add(file) })));
    const kept = await readFiles(table, application, section);
    expect(new Set(kept.files["letters"]?.map(({ id }) => id))).toEqual(new Set(files.map(({ id }) => id)));
    expect(kept.revision).toBe(6);
    const [first] = files;
    if (!first) throw new Error("There are no files");
    await Promise.all([
      changeFiles(table, { ...change, decide: (now) => accept(withoutFile(now, first.id)) }),
      changeFiles(table, { ...change, decide: add(aFile()) }),
    ]);
    expect((await readFiles(table, application, section)).files["letters"]).toHaveLength(6);
  });

  test("cannot be changed once the application is sent", async () => {
    const { start, send } = applicantAt(table);
    const application = await start();
    await send(application, {});
    const change = { application, section, at, by: "Kari", decide: add(aFile()) };
    expect(await changeFiles(table, change)).toBe("not-editable");
    expect(await readFiles(table, application, section)).toEqual({ files: {}, revision: 0 });
  });
});
