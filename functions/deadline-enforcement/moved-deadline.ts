import type { Application } from "#shared/domain/application.ts";
import type { Moved } from "#shared/domain/call-deadlines.ts";
import { type Deadline, hasPassed, isLater, lastInstantOf } from "#shared/domain/deadline.ts";
import { laterOf } from "#shared/domain/extension.ts";
import { owe } from "#shared/domain/message.ts";
import { type Instant, InstantText, isAfter } from "#shared/domain/time.ts";
import { log } from "#shared/http/log.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import type { CallInForce } from "#shared/records/calls.ts";
import { eventBy } from "#shared/records/events.ts";
import { reopen } from "#shared/records/extensions.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { oweOnce } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { system } from "./notices.ts";
import { doOnce, type Outcome, tryEach } from "./once.ts";

/** An application whose deadline a move has made later, and what it was. */
interface Concerned {
  readonly application: Application;
  readonly from: Deadline;
}

/** Everybody who may still use the time: not who has withdrawn, nor who had as much already. */
const concernedBy = ({ from, to }: Moved, applications: readonly Application[]): readonly Concerned[] =>
  applications
    .filter(({ state }) => state !== "withdrawn")
    .map((application) => {
      const own = from[application.level];
      const { extension } = application;
      return { application, from: extension ? laterOf(own, extension.until) : own };
    })
    .filter((one) => isLater(to, one.from));

const notice = ({ application, from }: Concerned, { to, reason }: Moved, at: Instant) => {
  const { id, callId, reference, level, state, owner, language } = application;
  const last = lastInstantOf(to);
  return owe(
    {
      id: `deadline-moved.${id}.${last.epochMilliseconds}`,
      to: owner.email,
      language,
      content: {
        kind: "deadline-moved",
        callId,
        applicationId: id,
        reference,
        level,
        state: state === "submitted" ? "submitted" : "draft",
        from: lastInstantOf(from),
        to: last,
        reason,
      },
    },
    at,
  );
};

/** Opens a draft that had expired, and owes its holder the mail: whichever was done before is not done again. */
const followUp = async (table: Table, one: Concerned, move: Moved, at: Instant): Promise<Outcome> => {
  const { application } = one;
  if (application.state === "expired") {
    const event = eventBy({ at, person: system }, "application-reopened");
    if ((await reopen(table, { application, event })) === "changed") return "failed";
  }
  await oweOnce(table, notice(one, move, at), ownerKeys.application(application.id));
  return "done";
};

/** Of several moves only the last is told of: it is the one that holds. After its own deadline there is nothing to open and nothing to tell. */
const followMove = async (table: Table, { call, moves }: CallInForce, at: Instant): Promise<boolean> => {
  const move = moves.at(-1);
  if (!move || isAfter(move.approvedAt, at)) return true;
  const action = `deadline-moved.${InstantText.encode(lastInstantOf(move.to))}`;
  return doOnce(table, call, action, async () => {
    const all = hasPassed(move.to, at) ? [] : await applicationsOfCall(table, call.id);
    const concerned = concernedBy(move, all);
    const outcomes = await tryEach(
      concerned,
      (one) => followUp(table, one, move, at),
      ({ application }) => ({ action: "deadline-moved", applicationId: application.id }),
    );
    const allDone = !outcomes.includes("failed");
    log("deadline.moved", { callId: call.id, applications: concerned.length, allDone });
    return allDone;
  });
};

/** Does what follows from deadlines that have been moved, each thing once. Says whether that was all. */
export const followMoves = async (
  table: Table,
  calls: readonly CallInForce[],
  at: Instant,
): Promise<boolean> => {
  let allDone = true;
  for (const call of calls) allDone = (await followMove(table, call, at)) && allDone;
  return allDone;
};
