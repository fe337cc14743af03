import type { Language } from "#shared/domain/text.ts";
import { type Instant, onTheWall } from "#shared/domain/time.ts";
import { showDuration } from "./durations.ts";
import { showDate } from "./values.ts";

const two = (number: number): string => String(number).padStart(2, "0");

type To = "minute" | "second" | "millisecond";

/** «16.00» in Norwegian, «16:00» in English; with seconds when asked for, or when they are not zero; «16.00.00,001» when it hangs on that. */
export const showClock = (at: Instant, zone: string, language: Language, to: To = "minute"): string => {
  const { hour, minute, second, millisecond } = onTheWall(at, zone);
  const parts = to !== "minute" || second !== 0 ? [hour, minute, second] : [hour, minute];
  const clock = parts.map(two).join(language === "en" ? ":" : ".");
  if (to !== "millisecond") return clock;
  return `${clock}${language === "en" ? "." : ","}${String(millisecond).padStart(3, "0")}`;
};

export const showDay = (at: Instant, zone: string, language: Language): string =>
  showDate(onTheWall(at, zone).toPlainDate().toString(), language);

/** «21. juni 2024 kl. 16.00», as Språkrådet writes dates and times. */
export const showInstant = (at: Instant, zone: string, language: Language, to: To = "minute"): string =>
  `${showDay(at, zone, language)} ${language === "en" ? "at" : "kl."} ${showClock(at, zone, language, to)}`;

const norwegianTime = { nb: "norsk tid", nn: "norsk tid", en: "Norwegian time" } as const;

/** A zone in words, or by its own name where we have none. */
export const showZone = (zone: string, language: Language): string =>
  zone === "Europe/Oslo" ? norwegianTime[language] : zone;

/** «21. juni 2024 kl. 15.59.59,123 (norsk tid)»: for what has to be proved. */
export const showExactly = (at: Instant, zone: string, language: Language, to: To = "millisecond"): string =>
  `${showInstant(at, zone, language, to)} (${showZone(zone, language)})`;

/** «2 timer og 5 minutter» from one instant to a later one. */
export const showTimeLeft = (from: Instant, to: Instant, language: Language): string =>
  showDuration(to.epochMilliseconds - from.epochMilliseconds, language);
