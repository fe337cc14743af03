import * as z from "zod";
import type { Call } from "#shared/domain/call.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import {
  decideChange,
  PublicRegistration,
  type Registration,
  RegistrationId,
} from "#shared/domain/registration.ts";
import { t } from "#shared/domain/text.ts";
import { defineForm, longText, section } from "#shared/form/define.ts";
import { nothingTypedIn } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { gatherUnreadable, messagesOfRegistration } from "#shared/records/messages.ts";
import { readNeeds } from "#shared/records/needs.ts";
import { findRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffRegistrationPage } from "#web/staff/staff-registration-page.tsx";

const title = t("Avbestill", "Avbestill", "Cancel");
export const reasonForm = defineForm({
  id: "cancel-registration",
  version: 1,
  title,
  sections: {
    cancel: section(title, {
      reason: longText(t("Begrunnelse", "Grunngiving", "Reason"), {
        max: 500,
        rows: 3,
        hint: t(
          "Står i e-posten til den påmeldte",
          "Står i e-posten til den påmelde",
          "Is in the e-mail to whoever had signed up",
        ),
        missing: t("Skriv en kort begrunnelse", "Skriv ei kort grunngiving", "Write a short reason"),
      }),
    }),
  },
});

interface OpenRegistration {
  /** With the webinar as it is now. */
  readonly call: Call;
  readonly registration: Registration;
}

export const openRegistration = async (
  asked: SignedIn,
  table: Table,
): Promise<OpenRegistration | undefined> => {
  const { webinar = "", id } = asked.params;
  const known = RegistrationId.safeParse(id);
  const registration = known.success ? await findRegistration(table, webinar, known.data) : undefined;
  const calls = await callsInForce(table);
  const call = calls.find((one) => one.call.id === registration?.callId)?.call;
  return registration && call && { call, registration };
};

interface Given {
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
}

/** One registration and the messages about it. */
const draw = async (
  asked: SignedIn,
  table: Table,
  { call, registration }: OpenRegistration,
  given?: Given,
) => {
  const { ids: unreadable, keep } = gatherUnreadable();
  const [messages, needs] = await Promise.all([
    messagesOfRegistration(table, registration.webinarId, registration.id, keep),
    readNeeds(table, registration),
  ]);
  const mayCancel = registration.state !== "cancelled" && decideChange(call, asked.at).ok;
  const answers = given?.typed ?? nothingTypedIn(reasonForm);
  const cancelling = mayCancel ? { form: reasonForm, answers, problems: given?.problems ?? [] } : undefined;
  return {
    page: () => staffRegistrationPage(asked, { call, registration, needs, messages, unreadable, cancelling }),
    json: () => ({
      registration: z.encode(PublicRegistration, registration),
      messages: messages.map(({ id, state, attempts }) => ({ id, state, attempts })),
      unreadable,
    }),
  };
};

export const showRegistration = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const open = await openRegistration(asked, table);
  if (!open) return { reason: "not-found" };
  const { call, registration } = open;
  await recordEvent(table, call.id, eventBy(asked, "registration-viewed", registration.id));
  return draw(asked, table, open);
};

/** The page again, with what is wrong. */
export const refuseCancelling = async (
  asked: SignedIn,
  table: Table,
  open: OpenRegistration,
  given: Given,
): Promise<Answer> => {
  const refusal: Refusal = { reason: "problems-in-answers", problems: given.problems };
  return { refusal, page: (await draw(asked, table, open, given)).page };
};
