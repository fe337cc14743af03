import { t } from "#shared/domain/text.ts";
import {
  date,
  decimal,
  group,
  integer,
  longText,
  reference,
  section,
  select,
  text,
} from "#shared/form/define.ts";
import { effectGoals, indicators } from "../choices.ts";
import { projectDays, responsible } from "./common.ts";

const effects = group(t("Langsiktige effektmål", "Langsiktige effektmål", "Long-term effect goals"), {
  min: 1,
  max: 8,
  item: t("Effektmål", "Effektmål", "Effect goal"),
  add: t("Legg til effektmål", "Legg til effektmål", "Add an effect goal"),
  hint: t(
    "Ett eller flere av programmets langsiktige effektmål. Effektmål er det som skal være annerledes når arbeidet har virket en stund.",
    "Eitt eller fleire av dei langsiktige effektmåla til programmet. Effektmål er det som skal vere annleis når arbeidet har verka ei stund.",
    "One or more of the programme's long-term goals. An effect goal is what will be different when the work has had time to take effect.",
  ),
  missing: t("Legg til minst ett effektmål", "Legg til minst eitt effektmål", "Add at least one effect goal"),
  fields: {
    goal: select(t("Effektmål", "Effektmål", "Effect goal"), {
      options: effectGoals,
      missing: t("Velg effektmål", "Vel effektmål", "Choose the goal"),
    }),
    contribution: longText(
      t(
        "Hvordan bidrar klyngen til det?",
        "Korleis bidreg klynga til det?",
        "How does the cluster contribute to it?",
      ),
      { max: 800 },
    ),
    measure: longText(t("Hvordan kan det måles?", "Korleis kan det målast?", "How can it be measured?"), {
      max: 400,
      rows: 3,
    }),
    horizon: integer(t("Nådd innen år", "Nådd innan år", "Reached by year"), {
      min: 2024,
      max: 2050,
      isYear: true,
    }),
  },
});

const units = {
  number: t("Antall", "Tal", "Number"),
  percent: t("Prosent", "Prosent", "Per cent"),
  nok: t("Kroner", "Kroner", "NOK"),
  jobs: t("Årsverk", "Årsverk", "Full-time jobs"),
  other: t("Annet", "Anna", "Other"),
} as const;

const results = group(t("Resultatmål", "Resultatmål", "Result goals"), {
  min: 1,
  max: 20,
  item: t("Resultatmål", "Resultatmål", "Result goal"),
  add: t("Legg til resultatmål", "Legg til resultatmål", "Add a result goal"),
  hint: t(
    "Konkrete mål for de tre årene som kan tallfestes. Vi anbefaler minst tre. Legg til effektmålene først: Hvert resultatmål hører til ett av dem.",
    "Konkrete mål for dei tre åra som kan talfestast. Vi rår til minst tre. Legg til effektmåla først: Kvart resultatmål høyrer til eitt av dei.",
    "Concrete, measurable goals for the three years. We recommend at least three. Add the effect goals first: each result goal belongs to one of them.",
  ),
  missing: t(
    "Legg til minst ett resultatmål",
    "Legg til minst eitt resultatmål",
    "Add at least one result goal",
  ),
  fields: {
    title: text(t("Resultatmål", "Resultatmål", "Result goal"), {
      max: 150,
      missing: t("Skriv hva målet er", "Skriv kva målet er", "Enter what the goal is"),
    }),
    effect: reference(t("Bygger opp under", "Byggjer opp under", "Supports"), {
      to: "goals.effects",
      named: "goal",
      missing: t(
        "Velg effektmålet dette bygger opp under",
        "Vel effektmålet dette byggjer opp under",
        "Choose the effect goal this supports",
      ),
    }),
    indicator: text(t("Hva skal måles?", "Kva skal målast?", "What is measured?"), {
      max: 150,
      suggestions: indicators,
      hint: t(
        "Velg et forslag, eller skriv noe eget",
        "Vel eit framlegg, eller skriv noko eige",
        "Choose a suggestion, or write your own",
      ),
      missing: t("Skriv hva som skal måles", "Skriv kva som skal målast", "Enter what is measured"),
    }),
    unit: select(t("Enhet", "Eining", "Unit"), { options: units }),
    baseline: decimal(t("Verdi i dag", "Verdi i dag", "Value today"), {
      hint: t(
        "Skriv 0 hvis dere begynner uten",
        "Skriv 0 dersom de byrjar utan",
        "Enter 0 if you start from nothing",
      ),
    }),
    baselineDay: date(t("Målt dato", "Målt dato", "Measured on"), { from: "2000-01-01", to: "2030-12-31" }),
    target: decimal(t("Målverdi", "Målverdi", "Target value"), {}),
    due: date(t("Nås innen", "Nådd innan", "Reached by"), projectDays),
    afterYear1: decimal(t("Verdi etter ett år", "Verdi etter eitt år", "Value after one year"), {
      optional: true,
    }),
    afterYear2: decimal(t("Verdi etter to år", "Verdi etter to år", "Value after two years"), {
      optional: true,
    }),
    source: text(t("Kilde eller metode", "Kjelde eller metode", "Source or method"), {
      max: 300,
      hint: t(
        "Hvor tallene kommer fra, for eksempel regnskap eller spørreundersøkelse",
        "Kvar tala kjem frå, til dømes rekneskap eller spørjeundersøking",
        "Where the figures come from, for example accounts or a survey",
      ),
      missing: t(
        "Skriv hvor tallene kommer fra",
        "Skriv kvar tala kjem frå",
        "Enter where the figures come from",
      ),
    }),
    responsible,
  },
});

export const goals = section(t("Mål", "Mål", "Goals"), {
  effects,
  results,
  logic: longText(
    t(
      "Hvordan bygger resultatmålene opp under effektmålene?",
      "Korleis byggjer resultatmåla opp under effektmåla?",
      "How do the result goals support the effect goals?",
    ),
    { max: 1500 },
  ),
});
