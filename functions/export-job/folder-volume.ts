import { zipSync } from "fflate";
import { sha256 } from "#shared/domain/digest.ts";
import { doneOf, type FolderJob, type Volume } from "#shared/domain/export-job.ts";
import { InstantText } from "#shared/domain/time.ts";
import { type Around, type Folder, folderOf } from "#shared/exports/folder.ts";
import { keepFile } from "#shared/files/bucket.ts";
import { exportKey } from "#shared/files/keys.ts";

/** A volume is closed when it has so much in it: what a run has in memory, and how long a volume takes, hang on it. */
export interface MostInFolders {
  readonly bytes: number;
  readonly applications: number;
}

const bytesOf = ({ entries }: Folder): number => entries.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** The next applications of the export, as many as go into a volume and at least one. */
const nextFolders = async (
  around: Around,
  job: FolderJob,
  most: MostInFolders,
): Promise<readonly Folder[]> => {
  const folders: Folder[] = [];
  const reader = { language: job.language, at: job.startedAt };
  let bytes = 0;
  for (const id of job.applications.slice(doneOf(job))) {
    if (folders.length === most.applications || bytes >= most.bytes) break;
    const folder = await folderOf(around, reader, { id });
    folders.push(folder);
    bytes += bytesOf(folder);
  }
  return folders;
};

const manifestOf = (job: FolderJob, folders: readonly Folder[], expected: number) => ({
  ...{ export: job.id, call: job.callId, startedAt: InstantText.encode(job.startedAt) },
  volume: job.volumes.length + 1,
  after: doneOf(job),
  of: job.applications.length,
  expected: { applications: folders.length, files: expected },
  written: {
    applications: folders.length,
    files: folders.reduce((sum, { entries }) => sum + entries.length, 0),
  },
  applications: folders.map(({ reference, submission, entries }) => ({
    ...{ reference, submission },
    files: entries.map(({ path, bytes, sha256: sum }) => ({
      ...{ path: `${reference}/${path}`, bytes: bytes.length, sha256: sum },
    })),
  })),
});

/** What is packed already gains nothing by being packed again. */
const levelOf = (path: string) => (path.endsWith(".json") ? 6 : 0);

const zipOf = (job: FolderJob, folders: readonly Folder[]): Uint8Array => {
  const expected = folders.reduce((sum, folder) => sum + folder.expected, 0);
  const manifest = manifestOf(job, folders, expected);
  const all = folders.flatMap(({ reference, entries }) =>
    entries.map(({ path, bytes }) => [`${reference}/${path}`, bytes] as const),
  );
  const packed = Object.fromEntries(
    all.map(([path, bytes]) => [path, [bytes, { level: levelOf(path) }] as const]),
  );
  const written = Object.keys(packed).length;
  if (written !== expected) throw new Error(`Of ${expected} files to export there are ${written}`);
  const said = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
  return zipSync({ ...packed, "manifest.json": said }, { mtime: job.startedAt.epochMilliseconds });
};

/** Makes the next ZIP of the export and keeps it in S3. Done once more, it comes out the same under the same key. */
export const makeFolderVolume = async (
  around: Around,
  job: FolderJob,
  most: MostInFolders,
): Promise<Volume> => {
  const folders = await nextFolders(around, job, most);
  const bytes = zipOf(job, folders);
  const key = exportKey(job.id, job.volumes.length + 1);
  const { version } = await keepFile(around.bucket, { key, bytes, type: "application/zip" });
  return {
    ...{ key, version, bytes: bytes.length, sha256: sha256(bytes) },
    ...{ records: folders.length, items: folders.length },
    files: folders.reduce((sum, { entries }) => sum + entries.length, 0),
  };
};
