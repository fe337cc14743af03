import { t } from "#shared/domain/text.ts";
import { date, group, integer, longText, money, reference, section, text } from "#shared/form/define.ts";
import { projectDays, responsible } from "./common.ts";

const list = group(t("Aktiviteter", "Aktivitetar", "Activities"), {
  min: 1,
  max: 40,
  item: t("Aktivitet", "Aktivitet", "Activity"),
  add: t("Legg til aktivitet", "Legg til aktivitet", "Add an activity"),
  hint: t(
    "Det dere skal gjøre for å nå resultatmålene",
    "Det de skal gjere for å nå resultatmåla",
    "What you will do to reach the result goals",
  ),
  missing: t("Legg til minst én aktivitet", "Legg til minst éin aktivitet", "Add at least one activity"),
  fields: {
    title: text(t("Aktivitet", "Aktivitet", "Activity"), {
      max: 120,
      missing: t("Skriv hva aktiviteten er", "Skriv kva aktiviteten er", "Enter what the activity is"),
    }),
    description: longText(t("Beskrivelse", "Beskriving", "Description"), { max: 1000 }),
    goals: reference(
      t("Resultatmål den bygger opp under", "Resultatmål han byggjer opp under", "Result goals it supports"),
      {
        to: "goals.results",
        named: "title",
        several: true,
        missing: t(
          "Velg minst ett resultatmål",
          "Vel minst eitt resultatmål",
          "Choose at least one result goal",
        ),
      },
    ),
    start: date(t("Fra", "Frå", "From"), projectDays),
    end: date(t("Til", "Til", "To"), projectDays),
    responsible,
    participants: integer(
      t("Antall deltakere dere venter", "Talet på deltakarar de ventar", "Number of participants you expect"),
      { min: 0, max: 100_000 },
    ),
    cost: money(t("Kostnad", "Kostnad", "Cost"), { min: 0, max: 100_000_000 }),
  },
});

export const activities = section(t("Aktiviteter", "Aktivitetar", "Activities"), {
  list,
  participation: longText(
    t(
      "Hvordan sikrer organiseringen at medlemmene deltar aktivt?",
      "Korleis sikrar organiseringa at medlemmene deltek aktivt?",
      "How does the organisation make sure that the members take an active part?",
    ),
    { max: 1500, requiredFor: ["connect"] },
  ),
});
