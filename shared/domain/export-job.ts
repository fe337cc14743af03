import * as z from "zod";
import { ApplicationId } from "./application.ts";
import { CallId, Level } from "./call.ts";
import { PersonId } from "./person.ts";
import { Language } from "./text.ts";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

export const ExportId = z.uuid().brand<"ExportId">();
export type ExportId = z.infer<typeof ExportId>;

/** One of the ZIP files that an export is divided into, and what it must have and has. */
export const Volume = z.object({
  key: z.string(),
  version: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  applications: z.int(),
  files: z.int(),
});
export type Volume = z.infer<typeof Volume>;

/** A large export that is made in the background: a folder for each application, volume by volume. */
export const ExportJob = z.object({
  id: ExportId,
  callId: CallId,
  startedBy: z.object({ id: PersonId, name: z.string(), email: z.string() }),
  language: Language,
  startedAt: InstantText,
  level: z.optional(Level),
  /** Which are to be there, decided when it was started, in the order they are taken. */
  applications: z.array(ApplicationId),
  volumes: z.array(Volume),
  finishedAt: z.optional(InstantText),
});
export type ExportJob = z.infer<typeof ExportJob>;

export const doneOf = ({ volumes }: Pick<ExportJob, "volumes">): number =>
  volumes.reduce((sum, { applications }) => sum + applications, 0);

const kept = duration({ hours: 24 });

/** From when on its files can no longer be had. */
export const goneAt = ({ finishedAt }: Pick<ExportJob, "finishedAt">): Instant | undefined =>
  finishedAt?.add(kept);

export const canBeHad = (job: Pick<ExportJob, "finishedAt">, at: Instant): boolean => {
  const gone = goneAt(job);
  return gone !== undefined && !isAfter(at, gone);
};
