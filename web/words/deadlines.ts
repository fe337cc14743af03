import type { Words } from "./words.ts";

const nb = {
  deadline: "Søknadsfrist",
  wholeDay: (day: string) => `${day}, ut dagen`,
  left: (time: string) => `${time} igjen`,
  passed: "Fristen er ute",
  opens: (moment: string) => `Åpner ${moment}`,
  open: "Åpen",
  opensLater: "Ikke åpnet ennå",
  closed: "Stengt",
  extended: (from: string, until: string, reason = "") =>
    `Frist ${from}. Utsatt til ${until}${reason && `: ${reason}`}`,
  moved: (from: string, to: string) => `Fristen er flyttet fra ${from} til ${to}.`,
};

export const deadlineWords: Words<typeof nb> = {
  nb,
  nn: {
    deadline: "Søknadsfrist",
    wholeDay: (day) => `${day}, ut dagen`,
    left: (time) => `${time} att`,
    passed: "Fristen er ute",
    opens: (moment) => `Opnar ${moment}`,
    open: "Open",
    opensLater: "Ikkje opna enno",
    closed: "Stengd",
    extended: (from, until, reason = "") => `Frist ${from}. Utsett til ${until}${reason && `: ${reason}`}`,
    moved: (from, to) => `Fristen er flytta frå ${from} til ${to}.`,
  },
  en: {
    deadline: "Application deadline",
    wholeDay: (day) => `${day}, the whole day`,
    left: (time) => `${time} left`,
    passed: "The deadline has passed",
    opens: (moment) => `Opens ${moment}`,
    open: "Open",
    opensLater: "Not open yet",
    closed: "Closed",
    extended: (from, until, reason = "") =>
      `Deadline ${from}. Extended until ${until}${reason && `: ${reason}`}`,
    moved: (from, to) => `The deadline has been moved from ${from} to ${to}.`,
  },
};
