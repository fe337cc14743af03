import * as z from "zod";
import { decideChange } from "#shared/domain/registration.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import { errorFields, log } from "#shared/http/log.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { giveUpPlace, promoteWaiting } from "#shared/records/places.ts";
import type { Table } from "#shared/records/table.ts";
import { openRegistration, reasonForm, refuseCancelling } from "./show.ts";

const Answers = z.object({ reason: z.string() });

const attempt = async (asked: SignedIn, table: Table): Promise<Answer | "changed"> => {
  const open = await openRegistration(asked, table);
  if (!open) return { reason: "not-found" };
  const { call, registration: earlier } = open;
  const { id, webinarId } = earlier;
  const done: Answer = {
    to: `/staff/registrations/${webinarId}/${id}?lang=${asked.language}`,
    json: { status: 200, body: { id, state: "cancelled" } },
  };
  if (earlier.state === "cancelled") return done;
  const decided = decideChange(call, asked.at);
  if (!decided.ok) return decided.refusal;
  const { typed, problems, answers } = readSingleSection(reasonForm, asked.body);
  if (!answers) return refuseCancelling(asked, table, open, { typed, problems });
  const { reason: because } = Answers.parse(answers);
  const { webinar } = call;
  if ((await giveUpPlace(table, { webinar, earlier, at: asked.at, because })) === "changed") return "changed";
  await recordEvent(table, call.id, eventBy(asked, "registration-cancelled", id));
  try {
    if (earlier.hasSeat) await promoteWaiting(table, call, { at: asked.at, most: 3 });
  } catch (error) {
    log("places.not-passed-on", { level: "WARN", requestId: asked.requestId, ...errorFields(error) });
  }
  return done;
};

/** Cancels somebody's registration, who is told why. The place is the next one's at once. */
export const cancelRegistration = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(() => attempt(asked, table));
