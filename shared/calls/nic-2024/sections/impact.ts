import { same, t } from "#shared/domain/text.ts";
import {
  date,
  decimal,
  group,
  integer,
  longText,
  reference,
  section,
  text,
  url,
} from "#shared/form/define.ts";

const year = { min: 1990, max: 2024, isYear: true } as const;

const results = group(t("Dokumenterte resultater", "Dokumenterte resultat", "Documented results"), {
  min: 1,
  max: 20,
  item: t("Resultat", "Resultat", "Result"),
  add: t("Legg til resultat", "Legg til resultat", "Add a result"),
  hint: t(
    "Vi anbefaler minst tre. Hvert må vise til en nettside eller et vedlegg.",
    "Vi rår til minst tre. Kvart må vise til ei nettside eller eit vedlegg.",
    "We recommend at least three. Each must refer to a web page or an attachment.",
  ),
  missing: t("Legg til minst ett resultat", "Legg til minst eitt resultat", "Add at least one result"),
  fields: {
    title: text(t("Resultat", "Resultat", "Result"), {
      max: 150,
      missing: t("Skriv hva resultatet er", "Skriv kva resultatet er", "Enter what the result is"),
    }),
    description: longText(t("Beskrivelse", "Beskriving", "Description"), { max: 800 }),
    indicator: text(t("Hva er målt?", "Kva er målt?", "What was measured?"), {
      max: 150,
      missing: t("Skriv hva som er målt", "Skriv kva som er målt", "Enter what was measured"),
    }),
    unit: text(t("Enhet", "Eining", "Unit"), {
      max: 30,
      hint: t(
        "For eksempel antall, prosent eller kroner",
        "Til dømes tal, prosent eller kroner",
        "For example number, per cent or NOK",
      ),
      missing: t("Skriv enheten", "Skriv eininga", "Enter the unit"),
    }),
    before: decimal(t("Verdi før", "Verdi før", "Value before"), {}),
    after: decimal(t("Verdi etter", "Verdi etter", "Value after"), {}),
    from: integer(t("Fra år", "Frå år", "From year"), year),
    to: integer(t("Til år", "Til år", "To year"), year),
    page: url(t("Nettside som viser det", "Nettside som viser det", "Web page that shows it"), {
      optional: true,
    }),
    files: reference(t("Vedlegg som viser det", "Vedlegg som viser det", "Attachments that show it"), {
      to: "attachments.results",
      named: "name",
      several: true,
      optional: true,
    }),
  },
});

export const impact = section(
  same("NIC Impact"),
  {
    from: date(t("Resultatene gjelder fra", "Resultata gjeld frå", "The results are from"), {
      from: "1990-01-01",
      to: "2024-06-21",
      hint: t(
        "Perioden bør være minst to år.",
        "Perioden bør vere minst to år.",
        "The period should be at least two years.",
      ),
    }),
    to: date(t("Resultatene gjelder til", "Resultata gjeld til", "The results are until"), {
      from: "1990-01-01",
      to: "2024-06-21",
    }),
    summary: longText(
      t(
        "Hvilke gode resultater har medlemmene fått av tidligere arbeid?",
        "Kva gode resultat har medlemmene fått av tidlegare arbeid?",
        "Which good results have the members had from earlier work?",
      ),
      {
        max: 4000,
        rows: 10,
        hint: t("Vis til tall og kilder", "Vis til tal og kjelder", "Refer to figures and sources"),
      },
    ),
    results,
    expectations: longText(
      t(
        "Hvordan skal klyngen innfri forventningene til NIC Impact?",
        "Korleis skal klynga innfri forventningane til NIC Impact?",
        "How will the cluster meet the expectations of NIC Impact?",
      ),
      {
        max: 2000,
        hint: t(
          "Forventningene er høye: Skriv hva dere vil få til som klyngen ikke har fått til før.",
          "Forventningane er høge: Skriv kva de vil få til som klynga ikkje har fått til før.",
          "Expectations are high: write what you will achieve that the cluster has not achieved before.",
        ),
      },
    ),
  },
  { levels: ["impact"] },
);
