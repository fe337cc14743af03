import type { Language } from "#shared/domain/text.ts";

/** One and many of each unit, from days to seconds. */
const units = {
  nb: [
    ["dag", "dager"],
    ["time", "timer"],
    ["minutt", "minutter"],
    ["sekund", "sekunder"],
  ],
  nn: [
    ["dag", "dagar"],
    ["time", "timar"],
    ["minutt", "minutt"],
    ["sekund", "sekund"],
  ],
  en: [
    ["day", "days"],
    ["hour", "hours"],
    ["minute", "minutes"],
    ["second", "seconds"],
  ],
} as const;

/** Seconds. Only then does each of them matter. */
const lastStretch = 5 * 60;

/** «2 timer og 5 minutter»: the two largest units of a length in milliseconds, rounded down so that nobody is promised more than there is. */
export const showDuration = (milliseconds: number, language: Language): string => {
  const all = Math.max(0, Math.floor(milliseconds / 1000));
  const seconds = all < lastStretch ? all : all - (all % 60);
  const amounts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const first = amounts.findIndex((amount) => amount > 0);
  const from = first === -1 ? amounts.length - 1 : first;
  return units[language]
    .map(([one, many], i) => ({ amount: amounts[i] ?? 0, one, many }))
    .slice(from, from + 2)
    .filter(({ amount }, i) => amount > 0 || i === 0)
    .map(({ amount, one, many }) => `${amount} ${amount === 1 ? one : many}`)
    .join(language === "en" ? " and " : " og ");
};

const afterDeadline = { nb: "etter fristen", nn: "etter fristen", en: "after the deadline" } as const;

/** «1 ms etter fristen»: to the millisecond within the first minute, when it may hang on that. */
export const showLateness = (milliseconds: number, language: Language): string =>
  `${milliseconds < 60_000 ? `${milliseconds} ms` : showDuration(milliseconds, language)} ${afterDeadline[language]}`;
