import * as z from "zod";
import { type Call, CallId, type Webinar } from "./call.ts";
import { Deadline, hasPassed } from "./deadline.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { type Duration, duration, type Instant, InstantText, isAfter } from "./time.ts";

/** Where something is seen or joined on the web. */
export const SafeLink = z.url({ protocol: /^https$/ }).max(500);

/** Something that calendars had to hear of: its place among those, and when the webinar was to be until then. */
const WebinarChanged = z.object({
  sequence: z.int().min(1),
  at: InstantText,
  what: z.enum(["moved", "join-link", "called-off"]),
  was: z.object({ startsAt: InstantText, endsAt: InstantText }),
});
export type WebinarChanged = z.infer<typeof WebinarChanged>;

/** What has been changed of a webinar since its call was announced. `revision` 0 is one never kept. */
export const WebinarRecord = z.object({
  webinarId: z.string(),
  callId: CallId,
  revision: z.int().min(0),
  /** Counts the changes that calendars must hear of: when, where and whether. */
  sequence: z.int().min(0),
  startsAt: z.optional(InstantText),
  endsAt: z.optional(InstantText),
  signUpDeadline: z.optional(Deadline),
  places: z.optional(z.int().min(1)),
  joinLink: z.optional(SafeLink),
  recording: z.optional(SafeLink),
  cancelledAt: z.optional(InstantText),
  /** All that calendars had to hear of, the first first: everybody registered is owed a mail of the last. */
  changes: z.array(WebinarChanged).default([]),
});
export type WebinarRecord = z.infer<typeof WebinarRecord>;

export const neverChanged = ({ id, webinar }: Pick<Call, "id" | "webinar">): WebinarRecord => ({
  webinarId: webinar.id,
  callId: id,
  revision: 0,
  sequence: 0,
  changes: [],
});

/** The larger of two: neither a new release nor a record ever takes a place away. */
const morePlaces = (announced: number | undefined, kept: number | undefined): number | undefined =>
  announced === undefined || kept === undefined ? (announced ?? kept) : Math.max(announced, kept);

/** The webinar as it is now. The one place that says when it is, how many it has room for, where it is joined and seen again, and whether it is held. */
export const webinarInForce = (
  { webinar }: Pick<Call, "webinar">,
  record: WebinarRecord | undefined,
): Webinar => {
  if (!record) return webinar;
  const { startsAt = webinar.startsAt, endsAt = webinar.endsAt, signUpDeadline } = record;
  const { joinLink, recording, cancelledAt, sequence } = record;
  const places = morePlaces(webinar.places, record.places);
  return {
    ...webinar,
    ...{ startsAt, endsAt, places, sequence },
    signUpDeadline: signUpDeadline ?? webinar.signUpDeadline,
    ...{ joinLink, recording, cancelledAt },
  };
};

/** What can be changed, each by itself. A webinar that is called off stays so. */
export type WebinarChange = Partial<
  Pick<
    WebinarRecord,
    "startsAt" | "endsAt" | "signUpDeadline" | "places" | "joinLink" | "recording" | "cancelledAt"
  >
>;

/** What calendars must hear of it; undefined when nothing. */
export const heardOf = (change: WebinarChange): WebinarChanged["what"] | undefined => {
  if (change.cancelledAt) return "called-off";
  if (change.startsAt ?? change.endsAt) return "moved";
  return change.joinLink === undefined ? undefined : "join-link";
};

/** It begins after now and before it ends, and sign-up closes before it begins. */
const isInOrder = ({ startsAt, endsAt, signUpDeadline }: Webinar, at: Instant): boolean =>
  isAfter(startsAt, at) && isAfter(endsAt, startsAt) && hasPassed(signUpDeadline, startsAt);

/** More than there were. Where there was no limit one can only be set before anybody can have signed up. */
const isMore = (places: number, before: number | undefined, isEarly: boolean): boolean =>
  before === undefined ? isEarly : places > before;

/**
 * A change, decided on the call as it was announced and on the record as it is. Places can only become more: nobody who has one
 * loses it. When it is, where it is joined and whether it is held can be changed until it begins; where it is seen again, always.
 */
export const decideWebinar = (
  announced: Pick<Call, "webinar" | "opensAt">,
  record: WebinarRecord,
  change: WebinarChange,
  at: Instant,
): Result<WebinarRecord, Refusal> => {
  const before = webinarInForce(announced, record);
  const { recording: _, ...others } = change;
  if (Object.keys(others).length > 0) {
    if (before.cancelledAt) return refuse({ reason: "webinar-cancelled" });
    if (!isAfter(before.startsAt, at))
      return refuse({ reason: "deadline-passed", deadline: before.startsAt, at });
  }
  if (change.places !== undefined && !isMore(change.places, before.places, isAfter(announced.opensAt, at)))
    return refuse({ reason: "not-more-places", places: before.places });
  const what = heardOf(change);
  const sequence = record.sequence + (what ? 1 : 0);
  const was = { startsAt: before.startsAt, endsAt: before.endsAt };
  const changes = what ? [...record.changes, { sequence, at, what, was }] : record.changes;
  const after = { ...record, ...change, changes, sequence, revision: record.revision + 1 };
  const isMoved = change.startsAt ?? change.endsAt ?? change.signUpDeadline;
  return isMoved && !isInOrder(webinarInForce(announced, after), at)
    ? refuse({ reason: "malformed-request" })
    : accept(after);
};

/** Places at a webinar that has a number of them. `waiting` are those who came when there was none, and have none. */
export const Seats = z.object({
  places: z.int().min(1),
  taken: z.int().min(0),
  waiting: z.int().min(0),
});
export type Seats = z.infer<typeof Seats>;

/** Whether the next to sign up gets a place: nobody passes those who wait. */
export const hasRoom = ({ places, taken, waiting }: Seats): boolean => waiting === 0 && taken < places;

/** Whether somebody who waits is to have a place. */
export const mayPromote = ({ places, taken, waiting }: Seats): boolean => waiting > 0 && taken < places;

/** Until it begins, and if it is held, places are given to those who wait. */
export const givesPlaces = ({ startsAt, cancelledAt }: Webinar, at: Instant): boolean =>
  !cancelledAt && isAfter(startsAt, at);

/** For how long after the webinar things are kept. The sign-up form and the privacy page promise it. */
export const keptFor = { needs: duration({ hours: 7 * 24 }), registrations: duration({ hours: 90 * 24 }) };

export const isOver = ({ endsAt }: Webinar, length: Duration, at: Instant): boolean =>
  !isAfter(endsAt.add(length), at);
