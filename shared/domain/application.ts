import * as z from "zod";
import { type Call, CallId, Level, openingOf } from "./call.ts";
import { Sha256 } from "./digest.ts";
import { Extension } from "./extension.ts";
import { Outcome } from "./formal-control.ts";
import { By } from "./note.ts";
import { PersonId } from "./person.ts";
import { Reference } from "./reference.ts";
import type { Problem, Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { Language } from "./text.ts";
import { type Instant, InstantText } from "./time.ts";

export const ApplicationId = z.uuid().brand<"ApplicationId">();
export type ApplicationId = z.infer<typeof ApplicationId>;

export const ApplicationState = z.enum(["draft", "submitted", "withdrawn", "expired"]);
export type ApplicationState = z.infer<typeof ApplicationState>;

/** What is known of an application without its answers. The names are copied from the answers so that lists need not read them. */
export const Application = z.object({
  id: ApplicationId,
  callId: CallId,
  level: Level,
  state: ApplicationState,
  reference: Reference,
  owner: z.object({ id: PersonId, name: z.string(), email: z.string() }),
  language: Language,
  startedAt: InstantText,
  /** Counts the events in its history; whatever adds one is conditional on it. */
  revision: z.int().min(0),
  /** Digest of the last event. */
  lastEvent: Sha256,
  organisation: z.string(),
  organisationNumber: z.string(),
  cluster: z.string(),
  /** Those of the call's counties that the cluster belongs to. */
  counties: z.optional(z.array(z.string())),
  /** How many submissions there are; the last one counts unless the application is withdrawn. */
  submissions: z.int().min(0),
  /** How many colleagues have joined. Without any, nobody needs to be told who else is there. */
  colleagues: z.optional(z.int().min(0)),
  /** When somebody who writes it first saw everything that was wrong. */
  reviewedAt: z.optional(InstantText),
  /** Since when a sent application is being changed. What was sent stands until the change is sent. */
  changingSince: z.optional(InstantText),
  /** When the deadline took changes that had not been sent: the sections say something else than what stands. */
  changesUnsentAt: z.optional(InstantText),
  /** The last one granted. */
  extension: z.optional(Extension),
  submittedAt: z.optional(InstantText),
  withdrawnAt: z.optional(InstantText),
  /** Who of the staff has it, and what came of its formal control: copies of its casework. */
  officer: z.optional(By),
  control: z.optional(Outcome),
});
export type Application = z.infer<typeof Application>;

/** The names in the answers that lists show, copied to the application: those of what was sent, once something is. */
export type Facts = Pick<Application, "organisation" | "organisationNumber" | "cluster" | "counties">;

/** One page's answers as typed. `revision` 0 is a section never saved. */
export const SavedSection = z.object({
  section: z.string(),
  revision: z.int().min(0),
  answers: z.record(z.string(), z.unknown()),
  savedAt: InstantText,
  savedBy: z.string(),
});
export type SavedSection = z.infer<typeof SavedSection>;

/** A section's number for each section of the form: what was reviewed, and so what may be sent. */
export const Revisions = z.record(z.string(), z.int().min(0));
export type Revisions = z.infer<typeof Revisions>;

export const Submission = z.object({
  applicationId: ApplicationId,
  number: z.int().min(1),
  reference: Reference,
  level: Level,
  language: Language,
  formVersion: z.int().min(1),
  idempotencyKey: z.uuid(),
  revisions: Revisions,
  answers: z.record(z.string(), z.unknown()),
  receivedAt: InstantText,
  /** The last instant that was in time when it arrived. */
  deadline: InstantText,
  /** SHA-256 of the canonical JSON of the answers, which hold those of the files. */
  digest: Sha256,
  submittedBy: PersonId,
  /** Where the receipt goes. */
  receiptTo: z.string(),
});
export type Submission = z.infer<typeof Submission>;

/** Whether the answers may still be changed, and if not, why. Decides for autosave, for pages and for the task list alike. */
export const decideEditing = (
  call: Call,
  application: Application,
  at: Instant,
): Result<Application, Refusal> => {
  const opening = openingOf(call, application.level, at);
  if (application.state === "submitted" && !application.changingSince)
    return refuse({ reason: "already-submitted" });
  if (opening.state === "closed")
    return refuse({ reason: "deadline-passed", deadline: opening.closedAt, at });
  if (opening.state === "opens-later") return refuse({ reason: "not-open-yet", opensAt: opening.opensAt });
  return accept(application);
};

export const decideStart = (call: Call, level: Level, at: Instant): Result<Level, Refusal> => {
  const opening = openingOf(call, level, at);
  if (opening.state === "closed")
    return refuse({ reason: "deadline-passed", deadline: opening.closedAt, at });
  if (opening.state === "opens-later") return refuse({ reason: "not-open-yet", opensAt: opening.opensAt });
  return accept(level);
};

/** Whether what was sent may be changed and sent anew. It stands until then. */
export const decideChange = (
  call: Call,
  application: Application,
  at: Instant,
): Result<Application, Refusal> => {
  if (application.state !== "submitted") return refuse({ reason: "not-submitted" });
  return decideEditing(call, { ...application, changingSince: at }, at);
};

/** Whether an application may go to another level: nothing that was sent stands, its answers may still be changed, and that level is open too. */
export const decideLevelChange = (
  call: Call,
  application: Application,
  level: Level,
  at: Instant,
): Result<Level, Refusal> => {
  if (application.state === "submitted") return refuse({ reason: "already-submitted" });
  const editing = decideEditing(call, application, at);
  return editing.ok ? decideStart(call, level, at) : editing;
};

/** Sections that are not as they were reviewed: all of them when another level was. */
const changedSince = (
  reviewed: { readonly level: Level; readonly revisions: Revisions },
  { level }: Application,
  stored: Revisions,
): readonly string[] => {
  const sections = Object.keys(stored);
  const asked = Object.keys(reviewed.revisions).every((section) => Object.hasOwn(stored, section));
  if (reviewed.level !== level || !asked) return sections;
  return sections.filter((section) => stored[section] !== reviewed.revisions[section]);
};

/** An application that is sent: what the gateway stamped it with decides, not when we got round to it. */
export const decideSubmission = (input: {
  readonly call: Call;
  readonly application: Application;
  /** The level and the revisions as the applicant saw them on the review page. */
  readonly reviewed: { readonly level: Level; readonly revisions: Revisions };
  /** Revisions as they are stored. */
  readonly stored: Revisions;
  readonly problems: readonly Problem[];
  readonly at: Instant;
}): Result<{ readonly number: number; readonly deadline: Instant }, Refusal> => {
  const { call, application, reviewed, stored, problems, at } = input;
  const editing = decideEditing(call, application, at);
  if (!editing.ok) return editing;
  const changed = changedSince(reviewed, application, stored);
  if (changed.length > 0) return refuse({ reason: "changed-since-review", sections: changed });
  if (problems.length > 0) return refuse({ reason: "problems-in-answers", problems });
  const opening = openingOf(call, application.level, at);
  const deadline = opening.state === "open" ? opening.closesAt : at;
  return accept({ number: application.submissions + 1, deadline });
};

export const decideWithdrawal = (
  call: Call,
  application: Application,
  at: Instant,
): Result<Application, Refusal> => {
  const opening = openingOf(call, application.level, at);
  if (application.state !== "submitted") return refuse({ reason: "not-submitted" });
  if (opening.state === "closed")
    return refuse({ reason: "deadline-passed", deadline: opening.closedAt, at });
  return accept(application);
};
