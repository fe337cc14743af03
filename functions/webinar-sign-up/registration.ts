import * as z from "zod";
import { signUpOpeningOf } from "#shared/domain/call.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { decideChange, decideSignUp, type Registration, withKey } from "#shared/domain/registration.ts";
import { placeNotice } from "#shared/domain/registration-notices.ts";
import { InstantText } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { givePlace, giveUpPlace, newKey, promoteWaiting } from "#shared/records/places.ts";
import type { Table } from "#shared/records/table.ts";
import { registrationPage } from "#web/pages/registration-page.tsx";
import { tooMany } from "./limits.ts";
import { addressOf, findOwn, type Own } from "./own.ts";

/** What its holder may do with it now. */
const mayNow = ({ definition: { call }, registration }: Own, { at }: Asked) => ({
  mayChange: registration.state !== "cancelled" && decideChange(call, at).ok,
  maySignUp: registration.state === "cancelled" && signUpOpeningOf(call, at).state === "open",
});

/** Only shows: mail scanners follow links, so nothing is changed by looking. */
export const showRegistration = async (asked: Asked, table: Table): Promise<Answer> => {
  const own = await findOwn(asked, table);
  if (!own) return { reason: "not-found" };
  const { definition, registration, key } = own;
  const may = mayNow(own, asked);
  const isChanged = "changed" in asked.query;
  return {
    page: () => registrationPage(asked, { call: definition.call, registration, key, isChanged, ...may }),
    json: () => ({
      id: registration.id,
      state: registration.state,
      name: registration.name,
      email: registration.email,
      organisation: registration.organisation,
      registeredAt: InstantText.encode(registration.registeredAt),
      ...may,
    }),
  };
};

const Deed = z.strictObject({
  key: z.string().min(1).max(100).optional(),
  action: z.enum(["cancel", "sign-up-again"]),
});

type Done = "done" | "changed" | Refusal;

/** A place given up is somebody else's at once. What is not done here, deadline-enforcement does. */
const passOn = async (asked: Asked, table: Table, { definition: { call } }: Own): Promise<void> => {
  try {
    await promoteWaiting(table, call, { at: asked.at, most: 3 });
  } catch (error) {
    log("places.not-passed-on", { level: "WARN", requestId: asked.requestId, ...errorFields(error) });
  }
};

/** Cancels what was found, or finds that it is cancelled already; `changed` when it was taken up or given back meanwhile. */
const cancel = async (asked: Asked, table: Table, own: Own): Promise<Done> => {
  const { call } = own.definition;
  const earlier = own.registration;
  if (earlier.state === "cancelled") return "done";
  const decided = decideChange(call, asked.at);
  if (!decided.ok) return decided.refusal;
  const outcome = await giveUpPlace(table, { webinar: call.webinar, earlier, at: asked.at });
  if (outcome === "changed") return outcome;
  if (earlier.hasSeat) await passOn(asked, table, own);
  return "done";
};

/** With what was filled in the last time, and at the end of the line. */
const signUpAgain = async (asked: Asked, table: Table, own: Own): Promise<Done> => {
  const { webinar } = own.definition.call;
  const decided = decideSignUp(own.definition.call, own.registration, asked.at);
  if (!decided.ok) return decided.refusal;
  if (decided.value.does === "nothing") return "done";
  const { key, keyHash } = newKey();
  const {
    cancelledAt: _,
    promotedAt: __,
    cancelledBecause: ___,
    ...before
  } = withKey(own.registration, keyHash);
  const { sequence, revision } = decided.value;
  const registration = { ...before, sequence, revision, registeredAt: asked.at };
  const tell = (registration: Registration) => placeNotice({ registration, webinar, key, at: asked.at });
  const outcome = await givePlace(table, { webinar, registration, earlier: own.registration, tell });
  return outcome === "kept" ? "done" : outcome;
};

const deeds = { cancel, "sign-up-again": signUpAgain } as const;

export const changeRegistration = async (asked: Asked, table: Table): Promise<Answer> => {
  const deed = Deed.safeParse(asked.body);
  if (!deed.success) return { reason: "malformed-request" };
  const found = await findOwn(asked, table);
  if (!found) return { reason: "not-found" };
  const { action } = deed.data;
  const refusal = action === "cancel" ? undefined : await tooMany(asked, table, found.registration.email);
  if (refusal) return refusal;
  return untilSettled(async () => {
    const own = await findOwn(asked, table);
    if (!own) return { reason: "not-found" };
    const outcome = await deeds[action](asked, table, own);
    if (outcome !== "done") return outcome;
    const now = (await findOwn(asked, table))?.registration ?? own.registration;
    const body = { id: now.id, state: now.state };
    return { to: addressOf(asked, own), json: { status: 200, body } };
  });
};
