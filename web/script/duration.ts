// What showTimeLeft in shared/form says, without the calendar that it brings along. A test holds the two together.
import type { Language } from "#shared/domain/text.ts";

/** Each unit as one and as many, from days to seconds. */
const units = {
  nb: ["dag dager", "time timer", "minutt minutter", "sekund sekunder"],
  nn: ["dag dagar", "time timar", "minutt minutt", "sekund sekund"],
  en: ["day days", "hour hours", "minute minutes", "second seconds"],
} as const;

/** The two largest units of a time, rounded down: «2 timer og 5 minutter». */
export const showDuration = (milliseconds: number, language: Language): string => {
  const whole = Math.max(0, Math.floor(milliseconds / 1000));
  const amounts = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const first = amounts.findIndex((amount) => amount > 0);
  const from = first === -1 ? amounts.length - 1 : first;
  return amounts
    .slice(from, from + 2)
    .map((amount, i) => ({ amount, names: (units[language][from + i] ?? "").split(" ") }))
    .filter(({ amount }) => amount > 0 || first === -1)
    .map(({ amount, names: [one, many] }) => `${amount} ${amount === 1 ? one : many}`)
    .join(language === "en" ? " and " : " og ");
};
