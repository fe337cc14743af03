import type { Call, Webinar } from "./call.ts";
import { type Message, owe } from "./message.ts";
import { invitationSequence, type Registration } from "./registration.ts";
import { type About, sent, toHolder } from "./registration-notices.ts";
import { duration, type Instant, isAfter } from "./time.ts";
import { type WebinarChanged, type WebinarRecord, webinarInForce } from "./webinar.ts";

/** Longer than any request takes: who signed up within it may have been told what was so before. */
export const settles = duration({ minutes: 1 });

/** When they were last told all that holds. */
const toldAt = ({ promotedAt, registeredAt }: Registration): Instant => promotedAt ?? registeredAt;

/** Whether a registration is from before something was changed, or so near it that nobody knows. */
const isOlder = (registration: Registration, { at }: WebinarChanged): boolean =>
  !isAfter(toldAt(registration), at.add(settles));

/** The last change that somebody who stands so is told of. Where to join concerns only who has a place. */
export const lastChangeFor = (
  { changes }: Pick<WebinarRecord, "changes">,
  { state }: Pick<Registration, "state">,
): WebinarChanged | undefined => {
  if (state === "cancelled") return undefined;
  return state === "registered" ? changes.at(-1) : changes.findLast(({ what }) => what !== "join-link");
};

/** When it was to be when they got their place, if that is not when it is now. */
const wasFor = (registration: Registration, { changes }: WebinarRecord, { startsAt, endsAt }: Webinar) => {
  const first = changes.find((one) => one.what === "moved" && isOlder(registration, one));
  const isElse = first && !(first.was.startsAt.equals(startsAt) && first.was.endsAt.equals(endsAt));
  return isElse ? { was: first.was } : {};
};

const contentOf = (about: About, record: WebinarRecord, { what, sequence: change }: WebinarChanged) => {
  const { registration, webinar } = about;
  const holder = toHolder(about);
  const hasPlace = registration.state === "registered";
  const told = { ...holder, change, sequence: invitationSequence(registration, webinar), hasPlace };
  if (what === "called-off") return { kind: "webinar-called-off", ...told } as const;
  const joinLink = hasPlace && webinar.joinLink ? { joinLink: webinar.joinLink } : {};
  return {
    ...({ kind: "webinar-changed", ...told, what } as const),
    webinar: { ...holder.webinar, ...joinLink },
    ...wasFor(registration, record, webinar),
  };
};

/** Tells of the last change that somebody has not been told of, with all that holds now; undefined when there is none. The same change has the same id. */
export const changeNotice = (
  announced: Pick<Call, "webinar">,
  record: WebinarRecord,
  registration: Registration,
  at: Instant,
): Message | undefined => {
  const change = lastChangeFor(record, registration);
  if (!change || !isOlder(registration, change)) return undefined;
  const about = { registration, webinar: webinarInForce(announced, record), at };
  const id = `webinar-${change.what}.${registration.id}.${change.sequence}`;
  return owe({ id, ...sent(about), content: contentOf(about, record, change) }, at);
};

/** Whether what a message says of a change is the last word on it to somebody who stands as it supposes. */
export const isLastWord = (
  told: { readonly change: number; readonly sequence: number; readonly hasPlace: boolean },
  announced: Pick<Call, "webinar">,
  record: WebinarRecord,
  registration: Registration,
): boolean => {
  if (told.hasPlace !== (registration.state === "registered")) return false;
  if (lastChangeFor(record, registration)?.sequence !== told.change) return false;
  return (
    !told.hasPlace || invitationSequence(registration, webinarInForce(announced, record)) === told.sequence
  );
};
