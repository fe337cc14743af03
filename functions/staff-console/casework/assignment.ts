import * as z from "zod";
import {
  Casework,
  type Decided,
  decideHandOver,
  decideRelease,
  decideTaking,
  handedTo,
} from "#shared/domain/casework.ts";
import type { Event } from "#shared/domain/event.ts";
import { PersonId } from "#shared/domain/person.ts";
import { caseOfficersAmong } from "#shared/domain/staff-member.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepCasework, readCasework } from "#shared/records/casework.ts";
import { eventBy } from "#shared/records/events.ts";
import { staffMembers } from "#shared/records/staff.ts";
import type { Table } from "#shared/records/table.ts";
import { backTo, drawApplication, type Found, findForStaff } from "../application.ts";
import { readHandOver } from "./hand-over-form.ts";

const Wanted = z.object({
  action: z.enum(["take", "release", "hand-over"]),
  /** Whose the case was on the page where it was handed over. */
  from: PersonId.optional().catch(undefined),
});

interface Deed {
  readonly decide: (casework: Casework) => Decided;
  readonly event: Event;
}

const keep = async (
  asked: SignedIn,
  table: Table,
  { application }: Found,
  { decide, event }: Deed,
): Promise<Answer | "changed"> => {
  const casework = await readCasework(table, application.id);
  const decided = decide(casework);
  if (!decided.ok) return decided.refusal;
  const now = decided.value;
  if (now !== casework && (await keepCasework(table, application, { casework: now, event })) === "changed")
    return "changed";
  return { to: backTo(asked, application, "#case"), json: { status: 200, body: z.encode(Casework, now) } };
};

/** To one of those who have signed in as somebody who may have cases, and to nobody else. */
const handOver = async (asked: SignedIn, table: Table, found: Found, from: PersonId | undefined) => {
  const officers = caseOfficersAmong(await staffMembers(table), asked.at);
  const { to, typed, problems } = readHandOver(officers, asked.body);
  if (!to) {
    const { page } = await drawApplication(asked, table, found, { handOver: { typed, problems } });
    return { refusal: { reason: "problems-in-answers", problems }, page } as const;
  }
  return keep(asked, table, found, {
    decide: (casework) => decideHandOver(casework, { to, from }, asked),
    event: eventBy(asked, "case-handed-over", handedTo.write(to)),
  });
};

/** Takes the case, gives it back, or hands it to a colleague. */
export const assign = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(async () => {
    const found = await findForStaff(asked, table);
    if (!found) return { reason: "not-found" };
    const wanted = Wanted.safeParse(asked.body);
    if (!wanted.success) return { reason: "malformed-request" };
    const { action, from } = wanted.data;
    if (action === "hand-over") return handOver(asked, table, found, from);
    const isTaking = action === "take";
    return keep(asked, table, found, {
      decide: (casework) =>
        isTaking ? decideTaking(casework, asked) : decideRelease(casework, asked.person),
      event: eventBy(asked, isTaking ? "case-taken" : "case-released"),
    });
  });
