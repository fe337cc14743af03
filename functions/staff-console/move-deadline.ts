import * as z from "zod";
import {
  type CallDeadlines,
  decideApproval,
  decideDrop,
  decideProposal,
} from "#shared/domain/call-deadlines.ts";
import type { Event } from "#shared/domain/event.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepCallDeadlines } from "#shared/records/call-deadlines.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { type OpenDeadlines, openDeadlines, refuseDeadline } from "./deadline.ts";
import { problemOf, readLater } from "./later-form.ts";

/** What is decided on is what the page showed: the proposal at this revision. */
const Decision = z.strictObject({
  action: z.enum(["approve", "drop"]),
  revision: z.coerce.number().int().min(0),
});
type Decision = z.infer<typeof Decision>;

type Attempt = (open: OpenDeadlines) => Promise<Answer | "changed">;

const keep = async (
  asked: SignedIn,
  table: Table,
  { deadlines, what, to }: { deadlines: CallDeadlines; what: Event["what"]; to: string },
): Promise<Answer | "changed"> => {
  const kept = await keepCallDeadlines(table, deadlines, eventBy(asked, what, to));
  if (kept === "changed") return "changed";
  return {
    to: `/staff/calls/${deadlines.callId}/deadline?lang=${asked.language}`,
    json: { status: 200, body: { revision: deadlines.revision } },
  };
};

const propose =
  (asked: SignedIn, table: Table, body: Readonly<Record<string, unknown>>): Attempt =>
  async (open) => {
    const { typed, problems, wanted } = readLater(body, open.call.timeZone);
    if (!wanted) {
      const refusal = { reason: "problems-in-answers", problems } as const;
      return refuseDeadline(asked, table, open, { refusal, given: { typed, problems } });
    }
    const { until: to, reason } = wanted;
    const { id, name } = asked.person;
    const proposal = { to, reason, proposedBy: { id, name }, proposedAt: asked.at };
    const decided = decideProposal(open.call, open.deadlines, proposal);
    if (decided.ok)
      return keep(asked, table, {
        ...{ deadlines: decided.value, what: "deadline-proposed", to: to.localTime },
      });
    const { refusal } = decided;
    const atField = refusal.reason === "not-later" ? [problemOf(refusal)] : [];
    return refuseDeadline(asked, table, open, { refusal, given: { typed, problems: atField } });
  };

const decide =
  (asked: SignedIn, table: Table, { action, revision: seen }: Decision): Attempt =>
  async (open) => {
    const { call, deadlines } = open;
    const { id, name } = asked.person;
    const decided =
      action === "approve"
        ? decideApproval(call, deadlines, { seen, by: { id, name }, at: asked.at })
        : decideDrop(deadlines, { seen });
    if (!decided.ok) return refuseDeadline(asked, table, open, { refusal: decided.refusal });
    return keep(asked, table, {
      deadlines: decided.value,
      what: action === "approve" ? "deadline-moved" : "deadline-proposal-dropped",
      to: deadlines.proposal?.to.localTime ?? "",
    });
  };

const attemptOf = (asked: SignedIn, table: Table): Attempt | undefined => {
  const { action, ...body } = asked.body;
  if (action === "propose") return propose(asked, table, body);
  const decision = Decision.safeParse(asked.body);
  return decision.success ? decide(asked, table, decision.data) : undefined;
};

/** One of the staff proposes a later deadline for all of a call; another approves it, or somebody drops it. */
export const moveDeadline = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const attempt = attemptOf(asked, table);
  if (!attempt) return { reason: "malformed-request" };
  return untilSettled(async () => {
    const open = await openDeadlines(asked, table);
    return open ? attempt(open) : { reason: "not-found" };
  });
};
