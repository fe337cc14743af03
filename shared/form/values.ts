// What people type ⇄ what it means. Each reader gives undefined for what cannot be read. Used in the browser too, so nothing heavy.
import type { Language } from "#shared/domain/text.ts";

/** Every kind of space, also the non-breaking ones that programs put between thousands. */
const spaces = /\s/g;

/** People paste a true minus sign (U+2212) as often as they type a hyphen. */
const withHyphenMinus = (typed: string): string => typed.trim().replace(/^\u2212/, "-");

/** Thousands parted by spaces, dots or commas, one sort throughout. */
const whole = /^-?(\d{1,12}|[1-9]\d{0,2}(?:([ .,])\d{3})(?:\2\d{3}){0,2})$/;

const withoutKroner = (typed: string): string =>
  typed
    .trim()
    .replace(/^(kr\.?|nok)\s*/i, "")
    .replace(/\s*(kr\.?|nok)$/i, "")
    .replace(/,(-|00)$/, "");

/** 1200000, 1 200 000, 1.200.000, NOK 1,200,000, kr 5000,- and 5000,00 are whole; 1200.50 is not. */
export const readInteger = (typed: string): number | undefined => {
  const text = withHyphenMinus(withoutKroner(typed)).replace(spaces, " ");
  return whole.test(text) ? Number(text.replace(/[ .,]/g, "")) + 0 : undefined;
};

/** 12,5 and 12.5 alike; spaces between thousands. At most four decimals. */
export const readDecimal = (typed: string): number | undefined => {
  const number = withHyphenMinus(typed).replace(spaces, "").replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(number) ? Number(number) + 0 : undefined;
};

const daysIn = (month: number, year: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);

const dayFirst = /^(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{4}|\d{2})\.?$/;
const dayInOne = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** 1.9.2024, 01/09-24, 010924 and 2024-09-01 are all the first of September; gives the last form. */
export const readDate = (typed: string): string | undefined => {
  const text = typed.trim();
  const parts = (dayFirst.exec(text) ?? dayInOne.exec(text))?.slice(1).reverse();
  const [year = "", month = "", day = ""] = parts ?? yearFirst.exec(text)?.slice(1) ?? [];
  const inFull = year.length === 2 ? `20${year}` : year;
  return isDay(Number(inFull), Number(month), Number(day))
    ? `${inFull}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : undefined;
};

/** 16.00, 16:00, kl. 16, 1600 and 9.30 are times of day; gives the hour and the minute as «16:00». */
export const readTime = (typed: string): string | undefined => {
  const text = typed.trim().replace(/^kl\.?\s*/i, "");
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text) ?? [];
  const isTime = hour !== "" && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, "0")}:${minute}` : undefined;
};

const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits, the last a modulo 11 check (Brønnøysundregistrene); written with spaces, dots, «NO» or «MVA» alike. */
export const readOrgNumber = (typed: string): string | undefined => {
  const digits = typed.replace(spaces, "").replace(/[.-]/g, "").replace(/^NO/i, "").replace(/MVA$/i, "");
  if (!/^[89]\d{8}$/.test(digits) || /^(\d)\1+$/.test(digits)) return undefined;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[8]) ? digits : undefined;
};

/** Norwegian eight digits or a number with its country code; gives E.164. */
export const readPhone = (typed: string): string | undefined => {
  const digits = typed
    .replace(spaces, "")
    .replace(/[().\-\u2010-\u2013]/g, "")
    .replace(/^00/, "+")
    .replace(/^(?:47)?(?=[2-9]\d{7}$)/, "+47");
  if (digits.startsWith("+47")) return /^\+47[2-9]\d{7}$/.test(digits) ? digits : undefined;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
};

/** A name on the web, not a number and not somebody's password: https is taken for granted where nothing is said. */
export const readUrl = (typed: string): string | undefined => {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isName = /\.[a-z][a-z0-9-]*$/i.test(url?.hostname ?? "");
  return url && isName && !url.username && !url.password && url.href.length <= 500 ? url.href : undefined;
};

/** Browsers have no nn and would fall back to English; numbers are written alike in both. */
const locales = { nb: "nb-NO", nn: "nb-NO", en: "en-GB" } as const;

export const showNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 4 }).format(value);

/** A limit in words, which may be a year: only from 10 000 on are the thousands set apart, as Språkrådet allows. */
export const showLimit = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { useGrouping: "min2" }).format(value);

export const showMoney = (value: number, language: Language): string =>
  language === "en" ? `NOK\u00a0${showNumber(value, language)}` : `${showNumber(value, language)}\u00a0kr`;

/** «350 kB», «2,4 MB»: never less than it is, and never nothing. */
export const showBytes = (bytes: number, language: Language): string => {
  const kilobytes = Math.max(1, Math.ceil(bytes / 1024));
  return kilobytes < 1024
    ? `${kilobytes}\u00a0kB`
    : `${showNumber(Math.ceil((kilobytes / 1024) * 10) / 10, language)}\u00a0MB`;
};

/** 48.25 → «48,3 %» in Norwegian and 48.3% in English. */
export const showPercent = (percent: number, language: Language): string => {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(percent);
  return language === "en" ? `${number}%` : `${number}\u00a0%`;
};

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

/** «16.00» in Norwegian and «16:00» in English of 16:00. */
export const showTime = (time: string, language: Language): string =>
  language === "en" ? time : time.replace(":", ".");

/** «986 399 445» with non-breaking spaces. */
export const showOrgNumber = (digits: string): string =>
  digits.replace(/(\d{3})(\d{3})(\d{3})/, "$1\u00a0$2\u00a0$3");

/** «22 00 25 00» for Norwegian numbers, «800 12 345» for those that begin with 8 (nummerforskriften § 16); others as they are. */
export const showPhone = (number: string): string =>
  number
    .replace(/^\+47(8\d{2})(\d{2})(\d{3})$/, "$1\u00a0$2\u00a0$3")
    .replace(/^\+47(\d{2})(\d{2})(\d{2})(\d{2})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
