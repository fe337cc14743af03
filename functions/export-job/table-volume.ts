import type { CallDefinition } from "#shared/calls/index.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { doneOf, type Position, type TableJob, untilOf, type Volume } from "#shared/domain/export-job.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { Around } from "#shared/exports/folder.ts";
import { type Piece, type PieceSizes, piecesOf } from "#shared/exports/pieces.ts";
import type { Wanted } from "#shared/exports/read.ts";
import { countOf } from "#shared/exports/whole.ts";
import { keepFile } from "#shared/files/bucket.ts";
import { exportKey } from "#shared/files/keys.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import type { Table } from "#shared/records/table.ts";
import { openZip, type Packed } from "./packing.ts";
import { type MostInWorkbook, writerOf } from "./parts.ts";

/** A volume is closed when it has so much in it, or when time is nearly up. */
export interface MostInTable {
  readonly bytes: number;
  readonly rows: number;
  readonly workbook: MostInWorkbook;
  readonly pieces: PieceSizes;
  readonly isLate: () => boolean;
}

const wantedOf = async (table: Table, job: TableJob): Promise<Wanted> => {
  const definition: CallDefinition | undefined = await findCallInForce(table, job.callId);
  if (!definition) throw new Error(`There is no call ${job.callId}`);
  const { query, language, startedBy: reader } = job;
  return { definition, query, language, reader, until: untilOf(job) };
};

interface Made {
  readonly records: number;
  /** Rows of each table, by its key. */
  readonly rows: ReadonlyMap<string, number>;
  readonly files: readonly Packed[];
  readonly next: Position | undefined;
}

/** The next pieces, as many as go into a volume and at least one. */
const pack = async (
  pieces: AsyncIterable<Piece>,
  { add, end }: ReturnType<typeof writerOf>,
  isFull: (rows: number) => boolean,
): Promise<Made> => {
  const rows = new Map<string, number>();
  let [records, items] = [0, 0];
  let reached: Position | undefined;
  let next: Position | undefined;
  for await (const piece of pieces) {
    if (reached && isFull(items)) {
      next = reached;
      break;
    }
    await add(piece.tables);
    for (const { key, rows: more } of piece.tables) rows.set(key, (rows.get(key) ?? 0) + more.length);
    items += piece.tables[0].rows.length;
    records += piece.records;
    reached = piece.next;
  }
  return { records, rows, files: await end(), next };
};

/** As many records as there were at the start. Fewer only as far as some have been removed since: then there are not more of them now. */
const ensureAllThere = async (table: Table, job: TableJob, wanted: Wanted, records: number) => {
  if (records === job.expected) return;
  const now = await countOf(table, job.what, wanted);
  if (records > job.expected || records < now)
    throw new Error(`Of ${job.expected} records to export there are ${records}; now there are ${now}`);
};

const manifestOf = (job: TableJob, { records, rows, files, next }: Made) => {
  const through = doneOf(job) + records;
  return {
    ...{ export: job.id, call: job.callId, startedAt: InstantText.encode(job.startedAt) },
    ...{ table: job.what, query: job.query, until: InstantText.encode(untilOf(job)) },
    volume: job.volumes.length + 1,
    isLast: next === undefined,
    after: doneOf(job),
    of: job.expected,
    // As the index counted them when it was started, as they were gone through, and how many have been removed since.
    expected: { records: next ? through : job.expected },
    written: { records: through, rows: Object.fromEntries(rows) },
    removed: next ? 0 : job.expected - through,
    files,
  };
};

/** Makes the next ZIP of a table and keeps it in S3. What one that broke had written is written anew under the same key. */
export const makeTableVolume = async (
  { table, bucket }: Around,
  job: TableJob,
  most: MostInTable,
): Promise<Volume> => {
  const wanted = await wantedOf(table, job);
  const zip = openZip(job.startedAt);
  const from = job.volumes.at(-1)?.next;
  const pieces = piecesOf(table, job.what, wanted, { from, sizes: most.pieces });
  const isFull = (rows: number) => rows >= most.rows || zip.bytes() >= most.bytes || most.isLate();
  const made = await pack(pieces, writerOf(zip, job, most.workbook), isFull);
  if (!made.next) await ensureAllThere(table, job, wanted, doneOf(job) + made.records);
  const manifest = zip.open("manifest.json");
  manifest.push(new TextEncoder().encode(`${JSON.stringify(manifestOf(job, made), undefined, 2)}\n`));
  manifest.end();
  const bytes = zip.close();
  const key = exportKey(job.id, job.volumes.length + 1);
  const { version } = await keepFile(bucket, { key, bytes, type: "application/zip" });
  return {
    ...{ key, version, bytes: bytes.length, sha256: sha256(bytes), records: made.records },
    ...{ items: [...made.rows.values()][0] ?? 0, files: made.files.length },
    ...(made.next && { next: made.next }),
  };
};
