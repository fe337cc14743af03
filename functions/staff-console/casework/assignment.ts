import * as z from "zod";
import { Casework, decideRelease, decideTaking } from "#shared/domain/casework.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepCasework, readCasework } from "#shared/records/casework.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { backTo, findForStaff } from "../application.ts";

const Wanted = z.object({ action: z.enum(["take", "release"]) });

/** Takes the case, or gives it back. */
export const assign = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(async () => {
    const application = (await findForStaff(asked, table))?.application;
    if (!application) return { reason: "not-found" };
    const wanted = Wanted.safeParse(asked.body);
    if (!wanted.success) return { reason: "malformed-request" };
    const casework = await readCasework(table, application.id);
    const isTaking = wanted.data.action === "take";
    const decided = isTaking ? decideTaking(casework, asked) : decideRelease(casework, asked.person);
    if (!decided.ok) return decided.refusal;
    const now = decided.value;
    const event = eventBy(asked, isTaking ? "case-taken" : "case-released");
    if (now !== casework && (await keepCasework(table, application, { casework: now, event })) === "changed")
      return "changed";
    return {
      to: backTo(asked, application, "#case"),
      json: { status: 200, body: z.encode(Casework, now) },
    };
  });
