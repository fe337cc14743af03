import { randomBytes } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Call, Webinar } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { Message } from "#shared/domain/message.ts";
import { cancelledOf, type Registration, withKey } from "#shared/domain/registration.ts";
import { cancellationNotice, placeNotice } from "#shared/domain/registration-notices.ts";
import type { Instant } from "#shared/domain/time.ts";
import { givesPlaces, hasRoom, mayPromote } from "#shared/domain/webinar.ts";
import { findRegistration, registrationWrites } from "./registrations.ts";
import { firstInLine, giveBack, joinLine, movedUp, openSeats, takeSeat } from "./seats.ts";
import { mostTries, pause, type Table, TooBusy, transact } from "./table.ts";

/** A key for a link, and all of it that is stored. */
export const newKey = (): { readonly key: string; readonly keyHash: string } => {
  const key = randomBytes(32).toString("base64url");
  return { key, keyHash: sha256(key) };
};

/** Tries again, after a wait that grows and is random, while others change the counts in between. */
const untilCounted = async <Done>(attempt: () => Promise<Done | "again">): Promise<Done> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const outcome = await attempt();
    if (outcome !== "again") return outcome;
    await pause(tries);
  }
  throw new TooBusy();
};

/** `changed` when the registration is not as it was; `again` when only the counts are not. */
const write = async (
  table: Table,
  own: readonly TransactWriteItem[],
  counts: readonly TransactWriteItem[],
): Promise<"kept" | "changed" | "again"> => {
  const written = await transact(table, [...own, ...counts]);
  if (written === "done") return "kept";
  return written.slice(0, own.length).some(({ failed }) => failed) ? "changed" : "again";
};

interface SigningUp {
  readonly webinar: Webinar;
  /** As it is to be, but for whether there is a place. */
  readonly registration: Omit<Registration, "state" | "hasSeat">;
  readonly earlier: Registration | undefined;
  readonly needs?: string;
  readonly tell: (registration: Registration) => Message;
}

/**
 * Gives a place, or a place in the line when there is none. Where places are limited the place is counted in the same write, so that
 * exactly as many are given as there are; a webinar with room for everybody has no item that people share.
 */
export const givePlace = (
  table: Table,
  { webinar, registration: wanted, earlier, needs, tell }: SigningUp,
): Promise<"kept" | "changed"> =>
  untilCounted(async () => {
    const seats = await openSeats(table, webinar);
    const state = !seats || hasRoom(seats) ? "registered" : "waiting";
    const hasSeat = seats !== undefined && state === "registered";
    const registration: Registration = { ...wanted, state, hasSeat };
    const change = { registration, earlier, message: tell(registration) };
    const own = registrationWrites(table, needs === undefined ? change : { ...change, needs });
    if (!seats) return write(table, own, []);
    return write(table, own, hasSeat ? takeSeat(table, registration) : joinLine(table, registration));
  });

/** Gives a place back, or a place in the line, together with what was needed for it, and owes the mail that tells of it. */
export const giveUpPlace = (
  table: Table,
  {
    webinar,
    earlier,
    at,
    because,
  }: {
    readonly webinar: Webinar;
    readonly earlier: Registration;
    readonly at: Instant;
    /** Why staff cancelled it. */
    readonly because?: string;
  },
): Promise<"kept" | "changed"> => {
  const cancelled = cancelledOf(earlier, at);
  const registration = because === undefined ? cancelled : { ...cancelled, cancelledBecause: because };
  const message = cancellationNotice({ registration, webinar, at }, earlier.state === "registered");
  const own = registrationWrites(table, { registration, earlier, message, needs: "" });
  return untilCounted(() => write(table, own, giveBack(table, earlier)));
};

const promote = (earlier: Registration, webinar: Webinar, at: Instant) => {
  const { key, keyHash } = newKey();
  const registration: Registration = {
    ...withKey(earlier, keyHash),
    state: "registered",
    hasSeat: true,
    promotedAt: at,
    sequence: earlier.sequence + 1,
    revision: earlier.revision + 1,
  };
  return { registration, earlier, message: placeNotice({ registration, webinar, key, at }) };
};

/** Gives one place that is free to who has waited longest. */
const promoteFirst = async (
  table: Table,
  webinar: Webinar,
  at: Instant,
): Promise<"promoted" | "nobody" | "again"> => {
  const seats = await openSeats(table, webinar);
  if (!seats || !mayPromote(seats)) return "nobody";
  const id = await firstInLine(table, webinar.id);
  const earlier = id && (await findRegistration(table, webinar.id, id));
  if (earlier?.state !== "waiting") return "again";
  const change = promote(earlier, webinar, at);
  const written = await write(table, registrationWrites(table, change), movedUp(table, earlier));
  return written === "kept" ? "promoted" : "again";
};

/**
 * Gives the places that are free to those who wait, the first first, each with one mail. Does what is left to do whenever and however
 * often it runs, also beside itself: each step is a write that happens once. Says how many got one.
 */
export const promoteWaiting = async (
  table: Table,
  { webinar }: Pick<Call, "webinar">,
  { at, most }: { readonly at: Instant; readonly most: number },
): Promise<number> => {
  if (!givesPlaces(webinar, at)) return 0;
  for (let promoted = 0; promoted < most; promoted += 1) {
    const outcome = await untilCounted(() => promoteFirst(table, webinar, at));
    if (outcome === "nobody") return promoted;
  }
  return most;
};
