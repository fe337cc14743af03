import type { Call, CallLevel } from "#shared/domain/call.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { showClock, showDay, showExactly, showInstant } from "#shared/form/moments.ts";
import { deadlineWords } from "./words/deadlines.ts";

/** A deadline as it was promised: to the minute, or the whole day. */
export const deadlineText = (deadline: Deadline, language: Language): string => {
  const last = lastInstantOf(deadline);
  return deadline.kind === "moment"
    ? showInstant(last, deadline.timeZone, language)
    : deadlineWords[language].wholeDay(showDay(last, deadline.timeZone, language));
};

/** Of a level as it holds for an application with an extension: both deadlines, and why. */
export const extensionText = (
  { deadline, extended }: CallLevel,
  language: Language,
  how: { readonly withReason: boolean } = { withReason: true },
): string | undefined =>
  extended &&
  deadlineWords[language].extended(
    deadlineText(extended.from, language),
    deadlineText(deadline, language),
    how.withReason ? extended.reason : "",
  );

/** Both ends of the webinar on one line: the day once, the hours with a dash. */
export const webinarTime = ({ webinar }: Call, language: Language): string => {
  const { startsAt, endsAt, timeZone } = webinar;
  return `${showInstant(startsAt, timeZone, language)}–${showClock(endsAt, timeZone, language)}`;
};

/** An instant to the minute, cut off and not rounded: nothing has happened later than it did. */
export const toTheMinute = (at: Instant, timeZone: string, language: Language): string =>
  showInstant(at.round({ smallestUnit: "minute", roundingMode: "floor" }), timeZone, language);

/** An instant to the minute on the clock of the call. */
export const onCallClock = ({ timeZone }: Call, at: Instant, language: Language): string =>
  toTheMinute(at, timeZone, language);

/** An instant to the millisecond on the clock of the call: for what may have hung on it. */
export const toTheMillisecond = ({ timeZone }: Call, at: Instant, language: Language): string =>
  showInstant(at, timeZone, language, "millisecond");

/** An instant to the millisecond on the clock of the call, with the zone in words. */
export const precisely = ({ timeZone }: Call, at: Instant, language: Language): string =>
  showExactly(at, timeZone, language);
