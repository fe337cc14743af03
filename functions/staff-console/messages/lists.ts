import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import { PublicRegistration, RegistrationId } from "#shared/domain/registration.ts";
import { Reconciliation } from "#shared/domain/undelivered.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { messagesOfRegistration } from "#shared/records/messages.ts";
import { lastReconciliation } from "#shared/records/reconciliations.ts";
import { findRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffRegistrationPage } from "#web/staff/staff-registration-page.tsx";
import { staffUndeliveredPage } from "#web/staff/staff-undelivered-page.tsx";

/** Everybody who has not been reached, as far as was known last night. */
export const listUndelivered = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = findCall(asked.params["call"] ?? "")?.call;
  if (!call) return { reason: "not-found" };
  const last = await lastReconciliation(table, call.id);
  await recordEvent(table, call.id, eventBy(asked, "undelivered-listed"));
  return {
    page: () => staffUndeliveredPage(asked, { call, last }),
    json: () => (last ? z.encode(Reconciliation, last) : { count: null, items: [] }),
  };
};

/** One registration and the messages about it. */
export const showRegistration = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const { webinar = "", id } = asked.params;
  const known = RegistrationId.safeParse(id);
  const registration = known.success ? await findRegistration(table, webinar, known.data) : undefined;
  const call = registration && findCall(registration.callId)?.call;
  if (!registration || !call) return { reason: "not-found" };
  const messages = await messagesOfRegistration(table, webinar, registration.id);
  await recordEvent(table, call.id, eventBy(asked, "registration-viewed", registration.id));
  return {
    page: () => staffRegistrationPage(asked, { call, registration, messages }),
    json: () => ({
      registration: z.encode(PublicRegistration, registration),
      messages: messages.map(({ id: messageId, state, attempts }) => ({ id: messageId, state, attempts })),
    }),
  };
};
