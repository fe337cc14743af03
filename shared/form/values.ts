// What people type ⇄ what it means. Each reader gives undefined for what cannot be read. Used in the browser too, so nothing heavy.
import type { Language } from "#shared/domain/text.ts";

/** Ordinary, non-breaking and narrow non-breaking space. */
const space = "[\\s\\u00a0\\u202f]";
const spaces = new RegExp(space, "g");
const spacesAndDots = new RegExp(`${space}|\\.`, "g");

/** People paste a true minus sign (U+2212) as often as they type a hyphen. */
const withHyphenMinus = (typed: string): string => typed.trim().replace(/^\u2212/, "-");

const whole = new RegExp(`^-?\\d{1,12}$|^-?\\d{1,3}((${space}|\\.)\\d{3}){1,3}$`);

/** 1200000, 1 200 000, 1.200.000 and kr 5000,- are whole; 1200.50 is not. */
export const readInteger = (typed: string): number | undefined => {
  const text = withHyphenMinus(typed.trim().replace(/^kr\.?\s*|\s*kr\.?$|,-$/gi, ""));
  return whole.test(text) ? Number(text.replace(spacesAndDots, "")) + 0 : undefined;
};

/** 12,5 and 12.5 alike; spaces between thousands. At most four decimals. */
export const readDecimal = (typed: string): number | undefined => {
  const number = withHyphenMinus(typed).replace(spaces, "").replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(number) ? Number(number) + 0 : undefined;
};

const isDay = (day: string): boolean => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const inMonth = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return month >= 1 && month <= 12 && date >= 1 && date <= (inMonth[month - 1] ?? 0);
};

/** 1.9.2024, 01/09-24, 010924 and 2024-09-01 are all the first of September; gives the last form. */
export const readDate = (typed: string): string | undefined => {
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  const parts = run ? run.slice(1) : typed.split(/[.\s/-]+/).filter(Boolean);
  const [date, month, year] = parts[0]?.length === 4 ? parts.toReversed() : parts;
  if (parts.length !== 3 || !date || !month || !year || !parts.every((part) => /^\d{1,4}$/.test(part)))
    return undefined;
  if (year.length !== 4 && year.length !== 2) return undefined;
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day) ? day : undefined;
};

const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits, the last a modulo 11 check (Brønnøysundregistrene); written with spaces, dots, «NO» or «MVA» alike. */
export const readOrgNumber = (typed: string): string | undefined => {
  const digits = typed.replace(spacesAndDots, "").replace(/^NO/i, "").replace(/MVA$/i, "");
  if (!/^[89]\d{8}$/.test(digits) || /^(\d)\1+$/.test(digits)) return undefined;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[8]) ? digits : undefined;
};

/** Norwegian eight digits or a number with its country code; gives E.164. */
export const readPhone = (typed: string): string | undefined => {
  const digits = typed
    .replace(spaces, "")
    .replace(/[().-]/g, "")
    .replace(/^00/, "+")
    .replace(/^(?=[2-9]\d{7}$)/, "+47");
  if (digits.startsWith("+47")) return /^\+47[2-9]\d{7}$/.test(digits) ? digits : undefined;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
};

export const readUrl = (typed: string): string | undefined => {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  return url &&
    /^https?:$/.test(url.protocol) &&
    url.hostname.includes(".") &&
    !url.username &&
    url.href.length <= 500
    ? url.href
    : undefined;
};

/** Browsers have no nn and would fall back to English; numbers are written alike in both. */
const locales = { nb: "nb-NO", nn: "nb-NO", en: "en-GB" } as const;

export const showNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 4 }).format(value);

export const showMoney = (value: number, language: Language): string =>
  language === "en" ? `NOK\u00a0${showNumber(value, language)}` : `${showNumber(value, language)}\u00a0kr`;

const norwegian = "januar februar mars april mai juni juli august september oktober november desember";
const months = {
  nb: norwegian,
  nn: norwegian,
  en: "January February March April May June July August September October November December",
} as const;

/** «21. juni 2024» of 2024-06-21. */
export const showDate = (day: string, language: Language): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  const name = months[language].split(" ")[Number(month) - 1] ?? month;
  return `${Number(date)}${language === "en" ? "" : "."} ${name} ${year}`;
};

/** «986 399 445» with non-breaking spaces. */
export const showOrgNumber = (digits: string): string =>
  digits.replace(/(\d{3})(\d{3})(\d{3})/, "$1\u00a0$2\u00a0$3");

/** «22 00 25 00» for Norwegian numbers (nummerforskriften § 16 writes them in pairs), others as they are. */
export const showPhone = (number: string): string =>
  number.replace(/^\+47(\d{2})(\d{2})(\d{2})(\d{2})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
