import type { Outcome } from "#shared/domain/formal-control.ts";
import { type Text, t } from "#shared/domain/text.ts";
import type { Words } from "./words.ts";

export const outcomeTexts: Readonly<Record<Outcome, Text>> = {
  "not-assessed": t("Ikke vurdert", "Ikkje vurdert", "Not assessed"),
  "in-order": t("I orden", "I orden", "In order"),
  missing: t("Mangler", "Manglar", "Missing"),
};

const nb = {
  contents: "På siden",
  officer: "Saksbehandler",
  nobody: "Ingen har tatt saken",
  taken: (name: string, when: string) => `${name}, siden ${when}`,
  take: "Ta saken",
  release: "Gi fra deg saken",
  releaseOther: (name: string) => `Frigi saken fra ${name}`,
  handOver: "Gi saken til en kollega",
  hand: "Gi saken",
  noColleagues:
    "Det er ingen å gi saken til ennå. En saksbehandler kan få saker når vedkommende har logget inn her.",
  notes: "Interne notater",
  noNotes: "Ingen notater ennå.",
  addNote: "Legg til notatet",
  control: "Formell kontroll",
  judgedBy: (number: number, who: string, when: string) => `Innsending ${number}, av ${who} ${when}`,
  noControl: "Ikke kontrollert ennå.",
  earlier: (number: number, counting: number) =>
    `Kontrollen gjelder innsending ${number}. Nå gjelder innsending ${counting}, som ikke er kontrollert.`,
  judge: (number: number) => `Kontroller innsending ${number}`,
  change: "Endre kontrollen",
  save: "Lagre kontrollen",
  conflict: "En annen har lagret kontrollen",
  conflictLead: (who: string, when: string) =>
    `${who} lagret ${when}, mens du fylte ut. Det som ble lagret, står rett under; det du valgte, står i skjemaet. Lagrer du nå, gjelder ditt. Ingenting er tapt ennå.`,
  submissions: "Innsendinger",
  differences: (from: number, to: number) => `Hva som er endret fra ${from} til ${to}`,
};

/** What staff do with one application. */
export const caseworkWords: Words<typeof nb> = {
  nb,
  nn: {
    contents: "På sida",
    officer: "Saksbehandlar",
    nobody: "Ingen har teke saka",
    taken: (name, when) => `${name}, sidan ${when}`,
    take: "Ta saka",
    release: "Gi frå deg saka",
    releaseOther: (name) => `Frigi saka frå ${name}`,
    handOver: "Gi saka til ein kollega",
    hand: "Gi saka",
    noColleagues:
      "Det er ingen å gi saka til enno. Ein saksbehandlar kan få saker når vedkomande har logga inn her.",
    notes: "Interne notat",
    noNotes: "Ingen notat enno.",
    addNote: "Legg til notatet",
    control: "Formell kontroll",
    judgedBy: (number, who, when) => `Innsending ${number}, av ${who} ${when}`,
    noControl: "Ikkje kontrollert enno.",
    earlier: (number, counting) =>
      `Kontrollen gjeld innsending ${number}. No gjeld innsending ${counting}, som ikkje er kontrollert.`,
    judge: (number) => `Kontroller innsending ${number}`,
    change: "Endre kontrollen",
    save: "Lagre kontrollen",
    conflict: "Ein annan har lagra kontrollen",
    conflictLead: (who, when) =>
      `${who} lagra ${when}, medan du fylte ut. Det som vart lagra, står rett under; det du valde, står i skjemaet. Lagrar du no, gjeld ditt. Ingenting er tapt enno.`,
    submissions: "Innsendingar",
    differences: (from, to) => `Kva som er endra frå ${from} til ${to}`,
  },
  en: {
    contents: "On this page",
    officer: "Case officer",
    nobody: "Nobody has taken the case",
    taken: (name, when) => `${name}, since ${when}`,
    take: "Take the case",
    release: "Give back the case",
    releaseOther: (name) => `Release the case from ${name}`,
    handOver: "Hand the case to a colleague",
    hand: "Hand over",
    noColleagues:
      "There is nobody to hand the case to yet. Case officers can have cases once they have signed in here.",
    notes: "Internal notes",
    noNotes: "No notes yet.",
    addNote: "Add the note",
    control: "Formal control",
    judgedBy: (number, who, when) => `Submission ${number}, by ${who} ${when}`,
    noControl: "Not controlled yet.",
    earlier: (number, counting) =>
      `The control is of submission ${number}. Now submission ${counting} counts, which has not been controlled.`,
    judge: (number) => `Control submission ${number}`,
    change: "Change the control",
    save: "Save the control",
    conflict: "Somebody else has saved the control",
    conflictLead: (who, when) =>
      `${who} saved ${when}, while you were filling it in. What was saved is just below; what you chose is in the form. If you save now, yours holds. Nothing is lost yet.`,
    submissions: "Submissions",
    differences: (from, to) => `What changed from ${from} to ${to}`,
  },
};
