// What those with a place are told around the webinar itself: before it, where to join; after it, where to see it again.
import type { Webinar } from "./call.ts";
import { type Message, owe } from "./message.ts";
import type { Registration } from "./registration.ts";
import { type About, sent, toHolder } from "./registration-notices.ts";
import { duration, type Instant, isAfter } from "./time.ts";

/** How long before the webinar begins; as the clock runs, not as the calendar counts. */
const before = { day: duration({ hours: 24 }), hour: duration({ hours: 1 }) } as const;
export type SoonKind = keyof typeof before;

/** A recording that comes later than this after the webinar is on its page and is not mailed. */
const thanksWithin = duration({ hours: 14 * 24 });

export interface Soon {
  readonly kind: SoonKind;
  readonly dueAt: Instant;
}

const isHeld = ({ cancelledAt }: Webinar): boolean => cancelledAt === undefined;

/** The reminder whose time has come, until the webinar begins. When it is an hour to it, a day before is past mending. */
export const soonDue = (webinar: Webinar, at: Instant): Soon | undefined => {
  if (!isHeld(webinar) || !isAfter(webinar.startsAt, at)) return undefined;
  const all = (["hour", "day"] as const).map((kind) => ({
    kind,
    dueAt: webinar.startsAt.subtract(before[kind]),
  }));
  return all.find(({ dueAt }) => !isAfter(dueAt, at));
};

/** Whoever got a place after a reminder was due has just been told all of it. */
export const isRemindedOf = (
  { state, promotedAt, registeredAt }: Pick<Registration, "state" | "promotedAt" | "registeredAt">,
  { dueAt }: Soon,
): boolean => state === "registered" && !isAfter(promotedAt ?? registeredAt, dueAt);

/** Where to see it again, while somebody may still care. */
export const thanksDue = (webinar: Webinar, at: Instant): string | undefined => {
  const isOver = !isAfter(webinar.endsAt, at) && isAfter(webinar.endsAt.add(thanksWithin), at);
  return isHeld(webinar) && isOver ? webinar.recording : undefined;
};

/** A webinar that is moved is another one to be reminded of. */
export const soonNotice = (about: About, when: SoonKind): Message => {
  const { registration, webinar, at } = about;
  const id = `webinar-soon-${when}.${registration.id}.${webinar.startsAt.epochMilliseconds}`;
  return owe({ id, ...sent(about), content: { kind: "webinar-soon", ...toHolder(about), when } }, at);
};

export const thanksNotice = (about: About, recording: string): Message => {
  const id = `webinar-thanks.${about.registration.id}`;
  const content = { kind: "webinar-thanks", ...toHolder(about), recording } as const;
  return owe({ id, ...sent(about), content }, about.at);
};
