import * as z from "zod";
import { type Application, ApplicationId, Submission } from "./application.ts";
import { type Call, CallId, Level } from "./call.ts";
import { canonicalJson, Sha256, sha256 } from "./digest.ts";
import type { Event } from "./event.ts";
import { Reference } from "./reference.ts";
import type { Sent } from "./standing.ts";
import { type Instant, instant, onTheWall } from "./time.ts";

/** An instant with the clock it was read on, to the millisecond (RFC 9557): `2024-06-21T15:59:59.999+02:00[Europe/Oslo]`. */
const ZonedText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d\[[A-Za-z_/]+\]$/);

/** What a receipt vouches for, and nothing else. The names and their meaning never change; a new meaning is a new `version`. */
export const Receipt = z.strictObject({
  version: z.literal(1),
  reference: Reference,
  number: z.int().min(1),
  application: ApplicationId,
  call: CallId,
  level: Level,
  applicant: z.strictObject({ organisation: z.string(), organisationNumber: z.string() }),
  receivedAt: ZonedText,
  /** The last millisecond that was in time when it arrived. */
  deadline: ZonedText,
  formVersion: z.int().min(1),
  /** SHA-256 of the canonical JSON (RFC 8785) of the answers, which hold the SHA-256 of each file. */
  digest: Sha256,
});
export type Receipt = z.infer<typeof Receipt>;

const zoned = (at: Instant, timeZone: string): string =>
  onTheWall(at, timeZone).toString({ fractionalSecondDigits: 3 });

/** What is vouched for of a submission. */
export const receiptOf = (
  { id, timeZone }: Pick<Call, "id" | "timeZone">,
  { organisation, organisationNumber }: Pick<Application, "organisation" | "organisationNumber">,
  submission: Omit<Submission, "answers">,
): Receipt => ({
  version: 1,
  reference: submission.reference,
  number: submission.number,
  application: submission.applicationId,
  call: id,
  level: submission.level,
  applicant: { organisation, organisationNumber },
  receivedAt: zoned(submission.receivedAt, timeZone),
  deadline: zoned(submission.deadline, timeZone),
  formVersion: submission.formVersion,
  digest: submission.digest,
});

/** The submission that a receipt is of, as lists show it. */
export const sentOf = ({ number, receivedAt, digest }: Receipt): Sent => ({
  number,
  receivedAt: instant(receivedAt),
  digest,
});

/** The very text that is signed. */
export const receiptText = (receipt: Receipt): string => canonicalJson(receipt);

export const sealOf = (receipt: Receipt): string => sha256(receiptText(receipt));

/** SHA-256 of the canonical JSON of all of a submission, also of what no receipt tells. */
export const submissionDigest = (submission: Submission): string =>
  sha256(canonicalJson(z.encode(Submission, submission)));

/** The event of a submission, which holds what its receipt and its copy must be. */
export const sealed = (event: Event, receipt: Receipt, submission: Submission): Event => ({
  ...event,
  seals: sealOf(receipt),
  submission: submissionDigest(submission),
});
