import { t } from "#shared/domain/text.ts";
import { date, longText, section, table } from "#shared/form/define.ts";
import { largestShare, years } from "../choices.ts";

const costs = table(t("Kostnader", "Kostnader", "Costs"), {
  rows: {
    facilitation: t(
      "Samarbeid og tilrettelegging",
      "Samarbeid og tilrettelegging",
      "Cooperation and facilitation",
    ),
    marketing: t("Markedsføring av klyngen", "Marknadsføring av klynga", "Marketing of the cluster"),
    training: t(
      "Lokaler, opplæring og arrangementer",
      "Lokale, opplæring og arrangement",
      "Facilities, training and events",
    ),
  },
  columns: years,
  hint: t(
    "Lønn og administrasjon i klyngeorganisasjonen, fordelt på det pengene går til",
    "Lønn og administrasjon i klyngeorganisasjonen, fordelt på det pengane går til",
    "Staff and administration of the cluster organisation, by what the money is for",
  ),
  missing: t("Skriv inn kostnadene", "Skriv inn kostnadene", "Enter the costs"),
});

const financing = table(t("Finansiering", "Finansiering", "Financing"), {
  rows: {
    applied: t("Søknadsbeløp", "Søknadsbeløp", "Amount applied for"),
    own: t(
      "Egenfinansiering og kontingent",
      "Eigenfinansiering og kontingent",
      "Own funding and member fees",
    ),
    other: t("Andre kilder", "Andre kjelder", "Other sources"),
  },
  columns: years,
  hint: t(
    `Like mye som kostnadene i alt. Dere kan søke om høyst ${largestShare} % av dem.`,
    `Like mykje som kostnadene i alt. De kan søkje om høgst ${largestShare} % av dei.`,
    `As much as the costs in total. You can apply for at most ${largestShare} % of them.`,
  ),
  missing: t("Skriv inn finansieringen", "Skriv inn finansieringa", "Enter the financing"),
});

export const budget = section(
  t("Budsjett", "Budsjett", "Budget"),
  {
    start: date(t("Oppstart", "Oppstart", "Start date"), {
      from: "2024-07-01",
      to: "2025-06-30",
      hint: t(
        "Prosjektet går i tre år fra denne dagen. Skriv dag.måned.år, for eksempel 1.9.2024.",
        "Prosjektet går i tre år frå denne dagen. Skriv dag.månad.år, til dømes 1.9.2024.",
        "The project runs for three years from this day. Write day.month.year, like 1.9.2024.",
      ),
    }),
    costs,
    financing,
    comments: longText(
      t("Kommentarer til budsjettet", "Kommentarar til budsjettet", "Comments on the budget"),
      { max: 800, optional: true },
    ),
  },
  {
    intro: t(
      "Hele kroner. Tomme ruter regnes som 0.",
      "Heile kroner. Tomme ruter blir rekna som 0.",
      "Whole NOK. Empty cells count as 0.",
    ),
  },
);
