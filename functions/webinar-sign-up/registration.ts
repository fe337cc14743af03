import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { calls } from "#shared/calls/index.ts";
import type { Call } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { decideCancellation, type Registration, RegistrationId } from "#shared/domain/registration.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { findRegistration, keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { registrationPage } from "#web/pages/registration-page.tsx";

interface Own {
  readonly call: Call;
  readonly registration: Registration;
}

/** The registration, for whoever holds the key from the mail. A wrong key and an unknown id look alike. */
const findOwn = async (asked: Asked, table: Table, key: string | undefined): Promise<Own | undefined> => {
  const id = RegistrationId.safeParse(asked.params["id"]);
  if (!id.success || !key) return undefined;
  for (const { call } of calls) {
    const registration = await findRegistration(table, call.webinar.id, id.data);
    if (registration && timingSafeEqual(Buffer.from(sha256(key)), Buffer.from(registration.keyHash)))
      return { call, registration };
  }
  return undefined;
};

/** Only shows: mail scanners follow links, so nothing is cancelled by looking. */
export const showRegistration = async (asked: Asked, table: Table): Promise<Answer> => {
  const key = asked.query["key"];
  const own = await findOwn(asked, table, key);
  if (!own || !key) return { reason: "not-found" };
  const { call, registration } = own;
  const mayCancel = registration.state !== "cancelled" && decideCancellation(call, asked.at).ok;
  return {
    page: () => registrationPage(asked, { call, registration, key, mayCancel }),
    json: () => ({
      id: registration.id,
      state: registration.state,
      name: registration.name,
      email: registration.email,
      organisation: registration.organisation,
      registeredAt: InstantText.encode(registration.registeredAt),
      mayCancel,
    }),
  };
};

const Change = z.strictObject({ key: z.string().min(1).max(100).optional(), action: z.literal("cancel") });

const confirmation = (registration: Registration, asked: Asked): Message =>
  owe(
    {
      id: `registration-cancelled.${registration.id}.${registration.sequence}`,
      to: registration.email,
      language: registration.language,
      content: {
        kind: "registration-cancelled",
        callId: registration.callId,
        registrationId: registration.id,
        name: registration.name,
        email: registration.email,
        sequence: registration.sequence,
      },
    },
    asked.at,
  );

/** Cancels what was found, or finds that it is cancelled already; "changed" when it was taken up or given back meanwhile. */
const cancel = async (
  asked: Asked,
  table: Table,
  { call, registration: earlier }: Own,
): Promise<"cancelled" | "changed" | Refusal> => {
  if (earlier.state === "cancelled") return "cancelled";
  const decided = decideCancellation(call, asked.at);
  if (!decided.ok) return decided.refusal;
  const sequence = earlier.sequence + 1;
  const registration: Registration = { ...earlier, state: "cancelled", cancelledAt: asked.at, sequence };
  const message = confirmation(registration, asked);
  const outcome = await keepRegistration(table, { registration, earlier, message });
  return outcome === "kept" ? "cancelled" : outcome;
};

export const changeRegistration = async (asked: Asked, table: Table): Promise<Answer> => {
  const body = Change.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  const key = body.data.key ?? asked.query["key"];
  return untilSettled(async () => {
    const own = await findOwn(asked, table, key);
    if (!own || !key) return { reason: "not-found" };
    const { id } = own.registration;
    const outcome = await cancel(asked, table, own);
    if (outcome !== "cancelled") return outcome;
    const to = `/${asked.language}/registrations/${id}?key=${encodeURIComponent(key)}`;
    return { to, json: { status: 200, body: { id, state: "cancelled" } } };
  });
};
