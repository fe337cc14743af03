import type { Application } from "#shared/domain/application.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { InstantText } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { isDone, markDone } from "#shared/records/done.ts";
import type { Around, Term } from "./terms.ts";

/** `not-yet` is what has to be looked at again in another run, though nothing has failed. */
export type Outcome = "done" | "not-yet" | "failed";

/** Whatever goes wrong is told of and stops nothing else. */
const tried = async (
  deed: () => Promise<Outcome>,
  ids: Readonly<Record<string, string>>,
): Promise<Outcome> => {
  try {
    return await deed();
  } catch (error) {
    log("duty.failed", { level: "ERROR", ...ids, ...errorFields(error) });
    return "failed";
  }
};

/** Tries all of them, one after the other, and says whether none failed. */
export const tryEach = async <One>(
  all: readonly One[],
  deed: (one: One) => Promise<Outcome>,
  idsOf: (one: One) => Readonly<Record<string, string>>,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const one of all) outcomes.push(await tried(() => deed(one), idsOf(one)));
  return outcomes;
};

const actionOf = (action: string, { name, deadline }: Term): string =>
  `${action}.${name}.${InstantText.encode(lastInstantOf(deadline))}`;

/** Whether something has been done to all whom a deadline holds for. */
export const isDoneFor = ({ table }: Around, term: Term, action: string): Promise<boolean> =>
  isDone(table, term.call.id, actionOf(action, term));

/** Does something to each application that a deadline holds for, until it is done to all of them; then that is marked, and they are not read again. */
export const onceForEach = async (
  around: Around,
  term: Term,
  action: string,
  deed: (application: Application) => Promise<Outcome>,
): Promise<Outcome> => {
  const { call } = term;
  if (await isDoneFor(around, term, action)) return "done";
  const applications = await term.applications();
  const outcomes = await tryEach(applications, deed, ({ id }) => ({ action, applicationId: id }));
  const isAll = outcomes.every((outcome) => outcome === "done");
  const name = actionOf(action, term);
  if (isAll) await markDone(around.table, call.id, name);
  log("duty.done", { callId: call.id, action: name, applications: applications.length, isAll });
  return outcomes.includes("failed") ? "failed" : "done";
};

/** The same duty for every deadline there is. */
export const forEachTerm = async (
  { terms }: Around,
  duty: (term: Term) => Promise<Outcome>,
): Promise<boolean> => {
  const outcomes = await tryEach(terms, duty, ({ call, name }) => ({ callId: call.id, term: name }));
  return !outcomes.includes("failed");
};
