import type { Language } from "#shared/domain/text.ts";
import { type Instant, onTheWall } from "#shared/domain/time.ts";
import { showDuration } from "./durations.ts";
import { showDate } from "./values.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** «16.00» in Norwegian, «16:00» in English; with seconds when asked for, or when they are not zero. */
export const showClock = (
  at: Instant,
  zone: string,
  language: Language,
  to: "minute" | "second" = "minute",
): string => {
  const { hour, minute, second } = onTheWall(at, zone);
  const parts = to === "second" || second !== 0 ? [hour, minute, second] : [hour, minute];
  return parts.map(two).join(language === "en" ? ":" : ".");
};

export const showDay = (at: Instant, zone: string, language: Language): string =>
  showDate(onTheWall(at, zone).toPlainDate().toString(), language);

/** «21. juni 2024 kl. 16.00», as Språkrådet writes dates and times. */
export const showInstant = (
  at: Instant,
  zone: string,
  language: Language,
  to: "minute" | "second" = "minute",
): string =>
  `${showDay(at, zone, language)} ${language === "en" ? "at" : "kl."} ${showClock(at, zone, language, to)}`;

/** «2 timer og 5 minutter» from one instant to a later one. */
export const showTimeLeft = (from: Instant, to: Instant, language: Language): string =>
  showDuration(to.epochMilliseconds - from.epochMilliseconds, language);
