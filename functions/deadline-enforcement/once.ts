import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { InstantText } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { isDone, markDone } from "#shared/records/done.ts";
import type { Table } from "#shared/records/table.ts";
import type { Around, OpenCall, Term } from "./terms.ts";

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

/** Does something for a call until all of it is done; then that is marked, and it is not begun again. Says whether it is done. */
export const doOnce = async (
  table: Table,
  { id }: Pick<Call, "id">,
  action: string,
  deed: () => Promise<boolean>,
): Promise<boolean> => {
  if (await isDone(table, id, action)) return true;
  const isAll = await deed();
  if (isAll) await markDone(table, id, action);
  return isAll;
};

/** Does something to each application that a deadline holds for, until it is done to all of them; then that is marked, and they are not read again. */
export const onceForEach = async (
  around: Around,
  term: Term,
  action: string,
  deed: (application: Application) => Promise<Outcome>,
): Promise<Outcome> => {
  const { call } = term;
  const name = actionOf(action, term);
  let hasFailed = false;
  await doOnce(around.table, call, name, async () => {
    const applications = await term.applications();
    const outcomes = await tryEach(applications, deed, ({ id }) => ({ action, applicationId: id }));
    hasFailed = outcomes.includes("failed");
    const isAll = outcomes.every((outcome) => outcome === "done");
    log("duty.done", { callId: call.id, action: name, applications: applications.length, isAll });
    return isAll;
  });
  return hasFailed ? "failed" : "done";
};

/** The same duty for every call there is. */
export const forEachCall = async (
  { calls }: Pick<Around, "calls">,
  duty: (open: OpenCall) => Promise<Outcome>,
): Promise<boolean> => {
  const outcomes = await tryEach(calls, duty, ({ call }) => ({ callId: call.id }));
  return !outcomes.includes("failed");
};

/** The same duty for every deadline there is. */
export const forEachTerm = async (
  { terms }: Around,
  duty: (term: Term) => Promise<Outcome>,
): Promise<boolean> => {
  const outcomes = await tryEach(terms, duty, ({ call, name }) => ({ callId: call.id, term: name }));
  return !outcomes.includes("failed");
};
