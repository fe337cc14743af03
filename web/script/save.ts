import { type Answers, isRecord } from "./answers.ts";
import type { SaveResult, Version } from "./keeper.ts";

/** Browsers refuse to finish larger requests after the page is gone. */
const largestWhenLeaving = 60_000;

/** Not theirs to change (any more), sent already, or too late. */
const lockedOut: ReadonlySet<number> = new Set([403, 404, 409, 410]);

const versionIn = (body: unknown): Version | undefined => {
  const theirs = isRecord(body) ? body["theirs"] : undefined;
  if (!isRecord(theirs)) return undefined;
  const { revision, answers } = theirs;
  return typeof revision === "number" && isRecord(answers) ? { revision, answers } : undefined;
};

const resultOf = (status: number, body: unknown): SaveResult => {
  if (status === 200 && isRecord(body) && typeof body["revision"] === "number")
    return { outcome: "saved", revision: body["revision"], savedAt: String(body["savedAt"]) };
  const theirs = versionIn(body);
  if (status === 409 && theirs) return { outcome: "conflict", theirs };
  if (lockedOut.has(status)) return { outcome: "closed" };
  if (status === 401) return { outcome: "signed-out" };
  return {
    outcome: status >= 400 && status < 500 && status !== 429 && status !== 408 ? "refused" : "offline",
  };
};

/** Saves a section at its own address. Whatever goes wrong on the way is «offline»: the text is still here. `hear` is told all that is answered. */
export const saveAt =
  (address: string, hear: (body: unknown) => void) =>
  async (revision: number, answers: Answers, leaving: boolean): Promise<SaveResult> => {
    const body = JSON.stringify({ revision, answers });
    try {
      const response = await fetch(address, {
        method: "PUT",
        headers: { "content-type": "application/json", accept: "application/json" },
        body,
        keepalive: leaving && body.length < largestWhenLeaving,
        signal: AbortSignal.timeout(20_000),
      });
      const answer: unknown = await response.json();
      hear(answer);
      return resultOf(response.status, answer);
    } catch {
      return { outcome: "offline" };
    }
  };
