import type { CallDefinition } from "#shared/calls/index.ts";
import {
  doneOf,
  type ExportJob,
  type Position,
  readFor,
  untilOf,
  type Volume,
} from "#shared/domain/export-job.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { Around } from "#shared/exports/folder.ts";
import { countOf } from "#shared/exports/whole.ts";
import { exportKey } from "#shared/files/keys.ts";
import { openUpload } from "#shared/files/upload.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import type { Table } from "#shared/records/table.ts";
import { type OpenZip, openZip } from "./packing.ts";

/** How many records were gone through for a volume, and where the next one begins; nowhere, when it is the last. */
export interface Through {
  readonly records: number;
  readonly next: Position | undefined;
}

export const definitionOf = async (table: Table, { callId }: ExportJob): Promise<CallDefinition> => {
  const definition: CallDefinition | undefined = await findCallInForce(table, callId);
  if (!definition) throw new Error(`There is no call ${callId}`);
  return definition;
};

/** In the end as many records as there were at the start. Fewer only as far as some have been removed since: then there are not more of them now. */
const ensureAllThere = async (table: Table, job: ExportJob, { records, next }: Through) => {
  const through = doneOf(job) + records;
  if (next || through === job.expected) return;
  const wanted = { definition: await definitionOf(table, job), until: untilOf(job) };
  const now = await countOf(table, readFor(job), wanted);
  if (through > job.expected || through < now)
    throw new Error(`Of ${job.expected} records to export there are ${through}; now there are ${now}`);
};

/** What every manifest says: as the index counted the records when it was started, as they were gone through, and how many have been removed since. */
export const aboutVolume = (job: ExportJob, { records, next }: Through) => {
  const through = doneOf(job) + records;
  return {
    ...{ export: job.id, call: job.callId, startedAt: InstantText.encode(job.startedAt) },
    ...{ what: job.what, until: InstantText.encode(untilOf(job)) },
    volume: job.volumes.length + 1,
    isLast: next === undefined,
    after: doneOf(job),
    of: job.expected,
    expected: { records: next ? through : job.expected },
    written: { records: through },
    removed: next ? 0 : job.expected - through,
  };
};

/** What was put into a ZIP, and what its manifest says of that. */
export interface Filled extends Through {
  readonly items: number;
  readonly files: number;
  readonly manifest: object;
}

/** Has the next ZIP of an export filled, and keeps it with its manifest in S3. What one that broke had written is written anew under the same key. */
export const makeVolume = async (
  { table, bucket }: Pick<Around, "table" | "bucket">,
  job: ExportJob,
  fill: (zip: OpenZip) => Promise<Filled>,
): Promise<Volume> => {
  const key = exportKey(job.id, job.volumes.length + 1);
  const upload = openUpload(bucket, { key, type: "application/zip" });
  try {
    const zip = openZip(job.startedAt, upload.write);
    const { manifest, records, items, files, next } = await fill(zip);
    await ensureAllThere(table, job, { records, next });
    const file = zip.open("manifest.json");
    file.push(new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`));
    file.end();
    await zip.end();
    return { ...(await upload.close()), records, items, files, ...(next && { next }) };
  } catch (error) {
    await upload.giveUp();
    throw error;
  }
};
