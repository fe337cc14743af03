import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import type { Call } from "#shared/domain/call.ts";
import { Deadline } from "#shared/domain/deadline.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import type { Registration, RegistrationState } from "#shared/domain/registration.ts";
import { InstantText } from "#shared/domain/time.ts";
import { type WebinarRecord, webinarInForce } from "#shared/domain/webinar.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { noticeOf } from "#shared/http/refusal-words.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { readWebinar } from "#shared/records/webinars.ts";
import { staffWebinarPage } from "#web/staff/staff-webinar-page.tsx";
import { type FormName, webinarForms } from "./forms.ts";
import { asTyped } from "./read-change.ts";

export interface OpenWebinar {
  /** As it was announced. */
  readonly announced: Call;
  /** With the webinar as it is now. */
  readonly call: Call;
  readonly record: WebinarRecord;
}

export const openWebinar = async (asked: SignedIn, table: Table): Promise<OpenWebinar | undefined> => {
  const announced = findCall(asked.params["call"] ?? "")?.call;
  if (!announced) return undefined;
  const record = await readWebinar(table, announced);
  return { announced, record, call: { ...announced, webinar: webinarInForce(announced, record) } };
};

type Counts = Readonly<Record<RegistrationState, number>>;

export const countsOf = async (table: Table, { call }: OpenWebinar): Promise<Counts> => {
  const states = Map.groupBy(await registrationsOfCall(table, call.id), ({ state }: Registration) => state);
  const count = (state: RegistrationState): number => states.get(state)?.length ?? 0;
  return { registered: count("registered"), waiting: count("waiting"), cancelled: count("cancelled") };
};

/** What was typed in one of the forms and cannot be done. */
export interface Given {
  readonly name: FormName;
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
}

const draw = (asked: SignedIn, open: OpenWebinar, counts: Counts, given?: Given, refusal?: Refusal) => {
  const now = asTyped(open.call.webinar);
  const filled = (name: FormName) => ({
    form: webinarForms[name],
    answers: given?.name === name ? given.typed : now[name],
    problems: given?.name === name ? given.problems : [],
  });
  return staffWebinarPage(asked, {
    ...{ call: open.call, counts },
    forms: {
      places: filled("places"),
      "join-link": filled("join-link"),
      recording: filled("recording"),
      move: filled("move"),
    },
    notice: noticeOf(refusal, asked.language),
  });
};

/** The webinar as it is, and what may be changed of it. */
export const showWebinar = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const open = await openWebinar(asked, table);
  if (!open) return { reason: "not-found" };
  const counts = await countsOf(table, open);
  const { startsAt, endsAt, signUpDeadline, places, joinLink, recording, cancelledAt } = open.call.webinar;
  return {
    page: () => draw(asked, open, counts),
    json: () => ({
      revision: open.record.revision,
      startsAt: InstantText.encode(startsAt),
      endsAt: InstantText.encode(endsAt),
      signUpDeadline: z.encode(Deadline, signUpDeadline),
      ...{ places, joinLink, recording, registrations: counts },
      cancelledAt: cancelledAt && InstantText.encode(cancelledAt),
    }),
  };
};

/** The page again, with what holds now, why nothing was done, and what was typed. */
export const refuseChange = async (
  asked: SignedIn,
  table: Table,
  open: OpenWebinar,
  { refusal, given }: { readonly refusal: Refusal; readonly given?: Given | undefined },
): Promise<Answer> => {
  if (asked.wantsJson) return refusal;
  const counts = await countsOf(table, open);
  const isAtField = refusal.reason === "problems-in-answers";
  return { refusal, page: () => draw(asked, open, counts, given, isAtField ? undefined : refusal) };
};
