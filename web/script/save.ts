import { type Answers, isRecord } from "./answers.ts";
import type { SaveResult, Version } from "./keeper.ts";
import { lockedOut } from "./visit.ts";

/** Browsers refuse to finish larger requests after the page is gone. */
const largestWhenLeaving = 60_000;

const versionIn = (body: unknown): Version | undefined => {
  const theirs = isRecord(body) ? body["theirs"] : undefined;
  if (!isRecord(theirs)) return undefined;
  const { revision, answers } = theirs;
  return typeof revision === "number" && isRecord(answers) ? { revision, answers } : undefined;
};

/** Somebody else has signed in on this device since. */
const isOfAnother = (body: unknown): boolean => isRecord(body) && body["type"] === "/problems/another-person";

const resultOf = (status: number, body: unknown): SaveResult => {
  if (status === 200 && isRecord(body) && typeof body["revision"] === "number")
    return { outcome: "saved", revision: body["revision"], savedAt: String(body["savedAt"]) };
  const theirs = versionIn(body);
  if (status === 409 && theirs) return { outcome: "conflict", theirs };
  if (status === 401 || isOfAnother(body)) return { outcome: "signed-out" };
  if (lockedOut.has(status)) return { outcome: "closed" };
  return {
    outcome: status >= 400 && status < 500 && status !== 429 && status !== 408 ? "refused" : "offline",
  };
};

/** Saves a section at its own address, as the person its page was made for. Whatever goes wrong on the way is «offline»: the text is still here. */
export const saveAt =
  (
    { action, dataset }: HTMLFormElement,
    /** Whether to be told what is wrong with the answers too. */
    check: boolean,
    /** Is told all that is answered. */
    hear: (body: unknown) => void,
  ) =>
  async (revision: number, answers: Answers, leaving: boolean): Promise<SaveResult> => {
    const body = JSON.stringify({
      revision,
      answers,
      person: dataset["person"],
      ...(check && { check }),
    });
    try {
      const response = await fetch(action, {
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
