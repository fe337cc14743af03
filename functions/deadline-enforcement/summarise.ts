import type { Application } from "#shared/domain/application.ts";
import { refusedIn } from "#shared/domain/attempt.ts";
import { type Call, Level } from "#shared/domain/call.ts";
import { deadlineFor } from "#shared/domain/call-deadlines.ts";
import { type Closing, closingOf, type Stood, standsAs, stoodAt } from "#shared/domain/closing.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import { type Instant, InstantText, instant, isAfter } from "#shared/domain/time.ts";
import { findApplications } from "#shared/records/applications.ts";
import { attemptsOfCall } from "#shared/records/attempts.ts";
import { findClosing, keepClosing } from "#shared/records/closings.ts";
import { historyOf } from "#shared/records/history.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { oweOnce } from "#shared/records/messages.ts";
import { latestSubmissions } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { grace, hasClosed } from "./close.ts";
import { doOnce, type Outcome, tryEach } from "./once.ts";
import type { Around, OpenCall } from "./terms.ts";

/** Levels of a call that close at one instant. */
interface Closed extends OpenCall {
  readonly deadline: Instant;
  readonly levels: readonly Level[];
}

const closedBy = (open: OpenCall, at: Instant): readonly Closed[] => {
  const closed = Level.options.filter((level) => hasClosed(open.call.levels[level].deadline, at));
  const groups = Map.groupBy(
    closed,
    (level) => lastInstantOf(open.call.levels[level].deadline).epochMilliseconds,
  );
  return [...groups].map(([deadline, levels]) => ({ ...open, deadline: instant(deadline), levels }));
};

type StoodIn = Stood & Pick<Application, "id" | "level">;

/** How applications stood, with the digests of the submissions that count. What is fixed for good is read from the table itself, not from an index that may be behind. */
const allAsTheyStood = async (
  table: Table,
  call: Call,
  listed: readonly Application[],
  deadline: Instant,
): Promise<readonly StoodIn[]> => {
  const ids = listed.map(({ id }) => id);
  const all: StoodIn[] = [];
  for (const one of (await findApplications(table, ids)).values()) {
    const isExtended = isAfter(lastInstantOf(deadlineFor(call, one)), deadline);
    const as = isExtended ? stoodAt(await historyOf(table, one.id), deadline) : standsAs(one);
    all.push({ id: one.id, reference: one.reference, level: one.level, as, isExtended });
  }
  const counting = all.flatMap(({ id, as }) =>
    as.state === "sent" ? [{ id, submissions: as.submission }] : [],
  );
  const submissions = await latestSubmissions(table, counting);
  const digests = new Map(submissions.map(({ applicationId, digest }) => [applicationId, digest]));
  return all.map((one) => ({ ...one, digest: digests.get(one.id) }));
};

const fix = async (
  { table, at }: Around,
  { call, applications, deadline, levels }: Closed,
): Promise<void> => {
  const listed = (await applications()).filter(({ level }) => levels.includes(level));
  const stood = await allAsTheyStood(table, call, listed, deadline);
  const interval = { from: call.opensAt, until: deadline.add(grace) };
  const refused = refusedIn(await attemptsOfCall(table, call.id, interval));
  for (const level of levels) {
    const inLevel = stood.filter((one) => one.level === level);
    const ids = new Set(inLevel.map(({ id }) => id));
    const attempts = refused.filter(({ applicationId }) => ids.has(applicationId));
    const closing = closingOf({ call: call.id, level, deadline, at }, inLevel, attempts.length);
    await keepClosing(table, call.id, { level, deadline, closing });
  }
};

/** What was kept first, whoever kept it. */
const fixed = async ({ table }: Around, { call, deadline, levels }: Closed): Promise<readonly Closing[]> => {
  const closings = await Promise.all(levels.map((level) => findClosing(table, call.id, level, deadline)));
  return closings.filter((one) => one !== undefined);
};

const report = ({ call, deadline }: Closed, closings: readonly Closing[], at: Instant): Message =>
  owe(
    {
      id: `closing-summary.${sha256(call.id).slice(0, 16)}.${deadline.epochMilliseconds}`,
      to: call.closingReportTo,
      language: "nb",
      content: {
        kind: "closing-summary",
        callId: call.id,
        deadline,
        levels: closings.map(({ list, digest, numbers }) => ({ level: list.level, digest, ...numbers })),
      },
    },
    at,
  );

const summariseOne = async (around: Around, closed: Closed): Promise<Outcome> => {
  const { table, at } = around;
  const { call, deadline } = closed;
  const action = `summarised.${InstantText.encode(deadline)}`;
  await doOnce(table, call, action, async () => {
    await fix(around, closed);
    const message = report(closed, await fixed(around, closed), at);
    await oweOnce(table, message, ownerKeys.call(call.id));
    return true;
  });
  return "done";
};

/** Fixes how each level closed, and tells the staff of the call: once for those that close at one instant. */
export const summarise = async (around: Around): Promise<boolean> => {
  const closed = around.calls.flatMap((open) => closedBy(open, around.at));
  const outcomes = await tryEach(
    closed,
    (one) => summariseOne(around, one),
    ({ call }) => ({ callId: call.id, action: "summarised" }),
  );
  return !outcomes.includes("failed");
};
