import * as z from "zod";
import { CallId, Level } from "./call.ts";
import { PersonId } from "./person.ts";
import { Language } from "./text.ts";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

export const ExportId = z.uuid().brand<"ExportId">();
export type ExportId = z.infer<typeof ExportId>;

/** Tables that can be taken out of a call's records, as they are called in an address. */
export const What = z.enum(["applications", "registrations", "messages", "events"]);
export type What = z.infer<typeof What>;

/** A place among the records that a table is made of: in which of its listings, and after which record there. */
export const Position = z.object({ listing: z.int(), after: z.optional(z.string()) });
export type Position = z.infer<typeof Position>;

/** One of the ZIP files that an export is divided into, and what it has. */
export const Volume = z.object({
  key: z.string(),
  version: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** How many records were gone through for it. */
  records: z.int(),
  /** Folders, or rows of the table that was asked for. */
  items: z.int(),
  files: z.int(),
  /** Where the next one begins; without it this was the last. */
  next: z.optional(Position),
});
export type Volume = z.infer<typeof Volume>;

const job = {
  id: ExportId,
  callId: CallId,
  startedBy: z.object({ id: PersonId, name: z.string(), email: z.string() }),
  language: Language,
  startedAt: InstantText,
  /** How many records there were to go through when it was started. */
  expected: z.int(),
  /** When the last run of it was begun. */
  ranAt: z.optional(InstantText),
  volumes: z.array(Volume),
  finishedAt: z.optional(InstantText),
};

/** A folder for each application that was sent and counts. */
export const FolderJob = z.object({ ...job, what: z.literal("folders"), level: z.optional(Level) });
export type FolderJob = z.infer<typeof FolderJob>;

/** How a table is written, and which of its records are in it. */
export const TableChoice = z.object({
  what: What,
  kind: z.enum(["xlsx", "csv", "jsonl"]),
  csv: z.enum(["excel", "plain"]),
  /** As in a list's address. */
  query: z.record(z.string(), z.string()),
});
export type TableChoice = z.infer<typeof TableChoice>;

/** A table of more records than one answer can be made of. */
export const TableJob = z.object({ ...job, ...TableChoice.shape });
export type TableJob = z.infer<typeof TableJob>;

/** A large export that is made in the background, volume by volume. */
export const ExportJob = z.discriminatedUnion("what", [FolderJob, TableJob]);
export type ExportJob = z.infer<typeof ExportJob>;

/** Of which records it is made. */
export const readFor = ({ what }: Pick<ExportJob, "what">): What =>
  what === "folders" ? "applications" : what;

/** A request is over within so long: what came earlier than that is written, or never will be. */
const settled = duration({ seconds: 30 });

/** An export has what came up to this instant, so that nothing comes into it while it is made. */
export const untilOf = ({ startedAt }: Pick<ExportJob, "startedAt">): Instant => startedAt.subtract(settled);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** How many records have been gone through, and how many folders or rows that gave. */
export const doneOf = ({ volumes }: Pick<ExportJob, "volumes">): number =>
  sumOf(volumes.map(({ records }) => records));
export const itemsOf = ({ volumes }: Pick<ExportJob, "volumes">): number =>
  sumOf(volumes.map(({ items }) => items));

/** Whether every volume is there. */
export const isMade = ({ volumes }: Pick<ExportJob, "volumes">): boolean => {
  const last = volumes.at(-1);
  return last !== undefined && last.next === undefined;
};

/** A run lasts 15 minutes at most, and another one follows it. */
const patience = duration({ minutes: 20 });

/** Whether it was begun so long ago without another run or an end that nothing more will come. */
export const hasStopped = (
  { startedAt, ranAt, finishedAt }: Pick<ExportJob, "startedAt" | "ranAt" | "finishedAt">,
  at: Instant,
): boolean => !finishedAt && isAfter(at, (ranAt ?? startedAt).add(patience));

const kept = duration({ hours: 24 });

/** From when on its files can no longer be had. */
export const goneAt = ({ finishedAt }: Pick<ExportJob, "finishedAt">): Instant | undefined =>
  finishedAt?.add(kept);

export const canBeHad = (job: Pick<ExportJob, "finishedAt">, at: Instant): boolean => {
  const gone = goneAt(job);
  return gone !== undefined && !isAfter(at, gone);
};

/** What the mail says when all of it is made. */
export const ExportReadyContent = z.object({
  kind: z.literal("export-ready"),
  callId: CallId,
  what: z.enum(["folders", ...What.options]),
  /** Folders, or rows of a table. */
  items: z.int(),
  volumes: z.int(),
  goneAt: InstantText,
});
