import type { Language } from "#shared/domain/text.ts";
import { type Instant, onTheWall } from "#shared/domain/time.ts";
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

const units = {
  nb: {
    day: ["dag", "dager"],
    hour: ["time", "timer"],
    minute: ["minutt", "minutter"],
    second: ["sekund", "sekunder"],
    and: "og",
  },
  nn: {
    day: ["dag", "dagar"],
    hour: ["time", "timar"],
    minute: ["minutt", "minutt"],
    second: ["sekund", "sekund"],
    and: "og",
  },
  en: {
    day: ["day", "days"],
    hour: ["hour", "hours"],
    minute: ["minute", "minutes"],
    second: ["second", "seconds"],
    and: "and",
  },
} as const satisfies Record<Language, object>;

/** «2 timer og 5 minutter»: the two largest units, rounded down so that nobody is promised more than there is. */
export const showTimeLeft = (from: Instant, to: Instant, language: Language): string => {
  const seconds = Math.max(0, Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 1000));
  const words = units[language];
  const amounts = [
    [Math.floor(seconds / 86_400), words.day],
    [Math.floor(seconds / 3600) % 24, words.hour],
    [Math.floor(seconds / 60) % 60, words.minute],
    [seconds % 60, words.second],
  ] as const;
  const first = amounts.findIndex(([amount]) => amount > 0);
  if (first === -1) return `0 ${words.second[1]}`;
  return amounts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, [one, many]]) => `${amount} ${amount === 1 ? one : many}`)
    .join(` ${words.and} `);
};
