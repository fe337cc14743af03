import type { CallId } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { PersonId } from "#shared/domain/person.ts";
import type { RegistrationId } from "#shared/domain/registration.ts";
import { keys, ofApplication, ofCall } from "./table-keys.ts";

/** The indexes with their two attributes. All three hold whole items. */
export const indexes = {
  byOwner: { key: "ownerKey", sort: "ownerSort" },
  byCall: { key: "callKey", sort: "callSort" },
  byDue: { key: "dueKey", sort: "dueSort" },
} as const;

export const ownerKeys = {
  person: (id: PersonId): string => `OWNER#${id}`,
  sharedWith: (id: PersonId): string => `SHARED#${id}`,
  application: ofApplication,
  call: ofCall,
  /** What staff have mailed themselves to see how a circular looks. */
  circularTrials: (id: CallId): string => `${ofCall(id)}#CIRCULARS`,
  registration: (webinarId: string, id: RegistrationId): string => keys.registration(webinarId, id).pk,
} as const;

/** What a call's items are listed as. */
export type Listing = "APPLICATIONS" | "REGISTRATIONS" | "EVENTS" | "ATTEMPTS";

const shards = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const callKey = (callId: CallId, listing: Listing, shard: number): string =>
  `${ofCall(callId)}#${listing}#${shard}`;

/** One of ten partitions, chosen by the item's id, so that a rush does not meet the write limit of one. */
export const callKeyOf = (callId: CallId, listing: Listing, id: string): string =>
  callKey(callId, listing, Number.parseInt(sha256(id).slice(0, 8), 16) % shards.length);

export const callKeysOf = (callId: CallId, listing: Listing): readonly string[] =>
  shards.map((shard) => callKey(callId, listing, shard));

/** What is due some time, by kind. */
export const dueKeys = {
  messages: "DUE#MESSAGES",
  organisations: "DUE#ORGANISATIONS",
  /** Receipts that are not signed yet. */
  receipts: "DUE#RECEIPTS",
  /** Applications with a deadline of their own, for as long as there are any. */
  extensions: "DUE#EXTENSIONS",
  /** Applications whose deletion has begun. */
  deletions: "DUE#DELETIONS",
  /** What participants need, which is deleted soon after the webinar. */
  needs: "DUE#NEEDS",
} as const;
