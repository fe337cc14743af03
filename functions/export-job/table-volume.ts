import { type Position, type TableJob, untilOf, type Volume } from "#shared/domain/export-job.ts";
import type { Around } from "#shared/exports/folder.ts";
import { type Piece, type PieceSizes, piecesOf } from "#shared/exports/pieces.ts";
import type { Wanted } from "#shared/exports/read.ts";
import type { Table } from "#shared/records/table.ts";
import type { OpenZip, Packed } from "./packing.ts";
import { type MostInWorkbook, type Writer, writerOf } from "./parts.ts";
import { aboutVolume, definitionOf, makeVolume, type Through } from "./volume.ts";

/** A volume is closed when it has so much in it, or when time is nearly up. */
export interface MostInTable {
  readonly bytes: number;
  readonly rows: number;
  readonly workbook: MostInWorkbook;
  readonly pieces: PieceSizes;
  readonly isLate: () => boolean;
}

const wantedOf = async (table: Table, job: TableJob): Promise<Wanted> => {
  const { query, language, startedBy: reader } = job;
  return { definition: await definitionOf(table, job), query, language, reader, until: untilOf(job) };
};

interface Made extends Through {
  /** Rows of each table, by its key. */
  readonly rows: ReadonlyMap<string, number>;
  readonly files: readonly Packed[];
}

interface Packing {
  readonly zip: OpenZip;
  readonly writer: Writer;
  readonly isFull: (rows: number) => boolean;
}

/** The next pieces, as many as go into a volume and at least one. */
const pack = async (pieces: AsyncIterable<Piece>, { zip, writer, isFull }: Packing): Promise<Made> => {
  const rows = new Map<string, number>();
  let [records, items] = [0, 0];
  let reached: Position | undefined;
  let next: Position | undefined;
  for await (const piece of pieces) {
    if (reached && isFull(items)) {
      next = reached;
      break;
    }
    await writer.add(piece.tables);
    await zip.passOn();
    for (const { key, rows: more } of piece.tables) rows.set(key, (rows.get(key) ?? 0) + more.length);
    items += piece.tables[0].rows.length;
    records += piece.records;
    reached = piece.next;
  }
  return { records, rows, files: await writer.end(), next };
};

const manifestOf = (job: TableJob, made: Made) => {
  const { written, ...about } = aboutVolume(job, made);
  return {
    ...{ ...about, query: job.query },
    written: { ...written, rows: Object.fromEntries(made.rows) },
    files: made.files,
  };
};

/** Makes the next ZIP of a table and keeps it in S3. */
export const makeTableVolume = async (around: Around, job: TableJob, most: MostInTable): Promise<Volume> => {
  const { table } = around;
  const wanted = await wantedOf(table, job);
  const from = job.volumes.at(-1)?.next;
  const pieces = piecesOf(table, job.what, wanted, { from, sizes: most.pieces });
  return makeVolume(around, job, async (zip) => {
    const isFull = (rows: number) => rows >= most.rows || zip.bytes() >= most.bytes || most.isLate();
    const made = await pack(pieces, { zip, writer: writerOf(zip, job, most.workbook), isFull });
    const items = [...made.rows.values()][0] ?? 0;
    return { ...made, items, files: made.files.length, manifest: manifestOf(job, made) };
  });
};
