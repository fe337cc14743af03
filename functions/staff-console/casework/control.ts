import * as z from "zod";
import { Casework, decideControl } from "#shared/domain/casework.ts";
import { type Control, overallOutcome } from "#shared/domain/formal-control.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepCasework, readCasework } from "#shared/records/casework.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { backTo, drawApplication, findForStaff } from "../application.ts";
import { readControl, typedOf } from "./control-form.ts";

const Shown = z.object({ submission: z.coerce.number().int().min(1), on: z.coerce.number().int().min(0) });

const savedElsewhere = (points: Parameters<typeof typedOf>[0], control: Control): Refusal => {
  const { revision, at: savedAt, by } = control;
  const answers = typedOf(points, control.points);
  return { reason: "saved-elsewhere", theirs: { revision, answers, savedAt, savedBy: by.name } };
};

/** Keeps the formal control of one submission, over the control that was shown and no other. */
export const keepControl = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(async () => {
    const found = await findForStaff(asked, table);
    if (!found) return { reason: "not-found" };
    const { application, definition } = found;
    const points = definition.formalControl;
    const { submission, on, ...body } = asked.body;
    const shown = Shown.safeParse({ submission, on });
    if (!shown.success || shown.data.submission > application.submissions)
      return { reason: "malformed-request" };
    const { judged, typed, problems } = readControl(points, body);
    const refuseWith = async (refusal: Refusal, revision: number): Promise<Answer> => {
      const control = { typed, problems, submission: shown.data.submission, on: revision };
      const { page } = await drawApplication(asked, table, found, { control });
      return { refusal, page };
    };
    if (!judged) return refuseWith({ reason: "problems-in-answers", problems }, shown.data.on);
    const casework = await readCasework(table, application.id);
    const decided = decideControl(casework, { ...shown.data, points: judged }, asked);
    if (!decided.ok) return refuseWith(savedElsewhere(points, decided.refusal), decided.refusal.revision);
    const now = decided.value;
    const overall = overallOutcome(points, judged);
    const event = eventBy(asked, "control-kept", `${shown.data.submission} ${overall}`);
    if (now !== casework && (await keepCasework(table, application, { casework: now, event })) === "changed")
      return "changed";
    return {
      to: backTo(asked, application, "#control"),
      json: { status: 200, body: { ...z.encode(Casework, now), overall } },
    };
  });
