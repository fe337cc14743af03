// Which of an application's submissions counts, and what has become of the others.
import type { Application, Revisions, Submission } from "./application.ts";

/** As much of a submission as lists show. */
export type Sent = Pick<Submission, "number" | "receivedAt" | "digest">;

/** The number of the one submission that counts: the last, as long as the application is not withdrawn. */
export const countingSubmission = ({
  state,
  submissions,
}: Pick<Application, "state" | "submissions">): number | undefined =>
  state === "submitted" && submissions > 0 ? submissions : undefined;

export type Standing = "counts" | "replaced" | "withdrawn";

/** What has become of one submission: a later one is in its place, or the application was withdrawn. */
export const standingOf = (
  application: Pick<Application, "state" | "submissions">,
  number: number,
): Standing => {
  if (number === countingSubmission(application)) return "counts";
  return number < application.submissions ? "replaced" : "withdrawn";
};

/** Whether the sections as they are stored are others than those that were sent. */
export const differsFrom = ({ revisions }: Pick<Submission, "revisions">, stored: Revisions): boolean =>
  Object.entries(revisions).some(([section, revision]) => (stored[section] ?? 0) !== revision);
