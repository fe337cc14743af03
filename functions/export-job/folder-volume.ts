import { Application } from "#shared/domain/application.ts";
import { type FolderJob, type Position, untilOf, type Volume } from "#shared/domain/export-job.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { type Around, type Folder, folderOf } from "#shared/exports/folder.ts";
import { walkListing } from "#shared/records/listing-walk.ts";
import { placeOf } from "#shared/records/reads.ts";
import type { OpenZip, Packed } from "./packing.ts";
import { aboutVolume, makeVolume, type Through } from "./volume.ts";

/** A volume is closed when it has so much in it, or when time is nearly up. */
export interface MostInFolders {
  readonly bytes: number;
  readonly applications: number;
  /** How many applications are read together. */
  readonly piece: number;
  readonly isLate: () => boolean;
}

/** A folder as its manifest tells of it. */
interface Written extends Pick<Folder, "reference" | "submission"> {
  readonly files: readonly Packed[];
}

interface Made extends Through {
  readonly folders: readonly Written[];
}

const isAskedFor = ({ level }: FolderJob, application: Application): boolean =>
  countingSubmission(application) !== undefined && (!level || application.level === level);

const write = (zip: OpenZip, { reference, submission, expected, entries }: Folder): Written => {
  if (entries.length !== expected)
    throw new Error(`Of ${expected} files of ${reference} to export there are ${entries.length}`);
  const files = entries.map(({ path, bytes }) => {
    const file = zip.open(`${reference}/${path}`);
    file.push(bytes);
    return file.end();
  });
  return { reference, submission, files };
};

/** The next applications that were sent and count, as many as go into a volume. */
const pack = async (around: Around, job: FolderJob, zip: OpenZip, most: MostInFolders): Promise<Made> => {
  const folders: Written[] = [];
  const isFull = () =>
    folders.length === most.applications ||
    zip.bytes() >= most.bytes ||
    (folders.length > 0 && most.isLate());
  const reader = { language: job.language, at: job.startedAt };
  let next: Position | undefined;
  let records = 0;
  const stretch = { until: untilOf(job), size: most.piece, after: job.volumes.at(-1)?.next?.after };
  for await (const items of walkListing(around.table, job.callId, "APPLICATIONS", stretch))
    for (const item of items) {
      const application = Application.parse(item);
      const isThere = isAskedFor(job, application);
      if (isThere && isFull()) return { records, folders, next };
      if (isThere) {
        folders.push(write(zip, await folderOf(around, reader, application)));
        await zip.passOn();
      }
      records += 1;
      next = { listing: 0, after: placeOf(item) };
    }
  return { records, folders, next: undefined };
};

const manifestOf = (job: FolderJob, made: Made) => {
  const { expected, written, ...about } = aboutVolume(job, made);
  const there = {
    applications: made.folders.length,
    files: made.folders.reduce((sum, { files }) => sum + files.length, 0),
  };
  return {
    ...about,
    ...(job.level && { level: job.level }),
    expected: { ...expected, ...there },
    written: { ...written, ...there },
    applications: made.folders,
  };
};

/** Makes the next ZIP with a folder for each application, and keeps it in S3. */
export const makeFolderVolume = (around: Around, job: FolderJob, most: MostInFolders): Promise<Volume> =>
  makeVolume(around, job, async (zip) => {
    const made = await pack(around, job, zip, most);
    const manifest = manifestOf(job, made);
    return { ...made, items: made.folders.length, files: manifest.written.files, manifest };
  });
