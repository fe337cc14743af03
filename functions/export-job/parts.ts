import type { TableJob } from "#shared/domain/export-job.ts";
import { type Counted, joined, type Tables } from "#shared/exports/fact.ts";
import { suffixOf, texts } from "#shared/exports/files.ts";
import { toXlsx } from "#shared/spreadsheets/write.ts";
import type { OpenZip, Packed } from "./packing.ts";

/** What one file of XLSX holds, all its sheets together: it is made in memory. */
export interface MostInWorkbook {
  readonly cells: number;
  readonly characters: number;
}

/** Writes tables into the files of a ZIP, some rows at a time. */
export interface Writer {
  readonly add: (tables: Tables) => Promise<void>;
  readonly end: () => Promise<readonly Packed[]>;
}

const numbered = (number: number): string => String(number).padStart(3, "0");

const textWriter = (
  zip: OpenZip,
  { what, kind, csv, volumes }: TableJob & { kind: "csv" | "jsonl" },
): Writer => {
  const { head, rows } = texts[kind];
  const files = new Map<string, ReturnType<OpenZip["open"]>>();
  const begin = (sheet: Counted) => {
    const suffix = files.size === 0 ? "" : suffixOf(sheet);
    const file = zip.open(`${what}${suffix}-${numbered(volumes.length + 1)}.${kind}`);
    files.set(sheet.key, file);
    file.push(head(sheet, csv));
    return file;
  };
  return {
    add: async (tables) => {
      for (const sheet of tables) (files.get(sheet.key) ?? begin(sheet)).push(rows(sheet, csv));
    },
    end: async () => [...files.values()].map((file) => file.end()),
  };
};

const cellsIn = (tables: Tables) => tables.flatMap(({ rows }) => rows).flat();

const workbookWriter = (zip: OpenZip, { what, volumes }: TableJob, most: MostInWorkbook): Writer => {
  const done: Packed[] = [];
  let held: Tables | undefined;
  let [cells, characters] = [0, 0];
  const write = async (tables: Tables): Promise<void> => {
    const file = zip.open(`${what}-${numbered(volumes.length + 1)}-${numbered(done.length + 1)}.xlsx`);
    file.push(await toXlsx(tables));
    done.push(file.end());
    held = undefined;
    [cells, characters] = [0, 0];
  };
  return {
    add: async (tables) => {
      held = held ? joined(held, tables) : tables;
      const more = cellsIn(tables);
      cells += more.length;
      characters += more.reduce<number>((sum, cell) => sum + String(cell ?? "").length, 0);
      if (cells >= most.cells || characters >= most.characters) await write(held);
    },
    end: async () => {
      if (held) await write(held);
      return done;
    },
  };
};

/** One file of each table and volume, or as many workbooks as it takes. */
export const writerOf = (zip: OpenZip, job: TableJob, most: MostInWorkbook): Writer =>
  job.kind === "xlsx" ? workbookWriter(zip, job, most) : textWriter(zip, { ...job, kind: job.kind });
