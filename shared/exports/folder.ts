import * as z from "zod";
import type { Reader } from "#shared/documents/frame.ts";
import { printedReceipt, type Sent } from "#shared/documents/printed-receipt.ts";
import { type ApplicationId, Submission } from "#shared/domain/application.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { SentFile } from "#shared/domain/stored-file.ts";
import { type Bucket, readVersion } from "#shared/files/bucket.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import { writePdf } from "#shared/pdf/printed.ts";
import { findApplication } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { findReceipt, KeptReceipt } from "#shared/records/receipts.ts";
import { findSubmission } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";

export interface Around {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly siteUrl: string;
}

/** A file that lies in S3 no more, or is another than the one that was sent. */
export class NotAsSent extends Error {
  override readonly name = "NotAsSent";
  /** How many files the folder should have had. */
  readonly expected: number;
  constructor(message: string, expected: number) {
    super(message);
    this.expected = expected;
  }
}

export interface Entry {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** What was attached, where it is that. */
  readonly file?: SentFile;
}

/** All of one application, in a folder that is named by its reference. */
export interface Folder {
  readonly reference: string;
  readonly submission: number;
  readonly expected: number;
  readonly entries: readonly Entry[];
  readonly sent: Sent;
}

const entry = (path: string, bytes: Uint8Array): Entry => ({ path, bytes, sha256: sha256(bytes) });

const json = (path: string, value: unknown): Entry =>
  entry(path, new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`));

/** As it was sent, with its number in front, so that two of one name are two. */
const attachment = async (
  { bucket }: Around,
  file: SentFile,
  { i, expected }: { readonly i: number; readonly expected: number },
): Promise<Entry> => {
  const bytes = await readVersion(bucket, file);
  if (!bytes) throw new NotAsSent(`The attachment ${file.id} is not there`, expected);
  const name = file.name.replace(/[<>:"|?*]/g, "_");
  const found = entry(`vedlegg/${String(i + 1).padStart(2, "0")}-${name}`, bytes);
  if (found.sha256 !== file.sha256)
    throw new NotAsSent(`The attachment ${file.id} is not what was sent`, expected);
  return { ...found, file };
};

/** A submission of an application; the last unless told. */
export interface Which {
  readonly id: ApplicationId;
  readonly number?: number;
}

const readSent = async ({ table }: Around, { id, number: wanted }: Which): Promise<Sent> => {
  const application = await findApplication(table, id);
  const number = wanted ?? application?.submissions ?? 0;
  const [definition, submission, kept] = await Promise.all([
    findCallInForce(table, application?.callId),
    application && findSubmission(table, id, number),
    application && findReceipt(table, id, number),
  ]);
  if (!application || !definition || !submission || !kept)
    throw new Error(`Application ${id} was sent and cannot be found`);
  const held = { ...definition, call: asItHoldsFor(definition.call, application) };
  return { application, definition: held, submission, ...kept };
};

/** What the checksums say, as `sha256sum --check` reads it. */
const sums = (entries: readonly Entry[]): Entry =>
  entry(
    "SHA256SUMS",
    new TextEncoder().encode(entries.map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join("")),
  );

const others = 4;

/** What was sent as PDF and as data, its receipt with the signature, its attachments and the checksums of them all. */
export const folderOf = async (around: Around, reader: Reader, which: Which): Promise<Folder> => {
  const sent = await readSent(around, which);
  const { submission, receipt, jws } = sent;
  const files = sentFilesIn(submission.answers);
  const expected = others + files.length;
  const attachments: Entry[] = [];
  for (const [i, file] of files.entries()) attachments.push(await attachment(around, file, { i, expected }));
  const pdf = await writePdf(printedReceipt(reader, sent, around.siteUrl));
  const entries = [
    entry("kvittering.pdf", pdf),
    json("innsending.json", z.encode(Submission, submission)),
    json("kvittering.json", z.encode(KeptReceipt, { receipt, jws })),
    ...attachments,
  ];
  return {
    ...{ reference: submission.reference, submission: submission.number, sent },
    expected,
    entries: [...entries, sums(entries)],
  };
};
