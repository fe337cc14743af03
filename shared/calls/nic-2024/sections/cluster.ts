import { t } from "#shared/domain/text.ts";
import { checkboxes, integer, longText, section, text } from "#shared/form/define.ts";
import { counties, industries } from "../choices.ts";

/** Who the cluster is: what may be published of it. */
export const cluster = section(t("Klyngen", "Klynga", "The cluster"), {
  name: text(t("Navn på klyngen", "Namn på klynga", "Name of the cluster"), {
    max: 100,
    hint: t("Kan bli offentlig", "Kan bli offentleg", "May be published"),
    missing: t("Skriv navnet på klyngen", "Skriv namnet på klynga", "Enter the name of the cluster"),
  }),
  title: text(t("Prosjekttittel", "Prosjekttittel", "Project title"), {
    max: 60,
    hint: t(
      "Høyst 60 tegn. Kan bli offentlig.",
      "Høgst 60 teikn. Kan bli offentleg.",
      "At most 60 characters. May be published.",
    ),
    missing: t("Skriv en tittel", "Skriv ein tittel", "Enter a title"),
  }),
  summary: longText(t("Kort sammendrag", "Kort samandrag", "Short summary"), {
    max: 600,
    rows: 5,
    hint: t(
      "Hvem dere er, og hva dere vil få til. Kan bli offentlig: Ikke skriv forretningshemmeligheter.",
      "Kven de er, og kva de vil få til. Kan bli offentleg: Ikkje skriv forretningsløyndommar.",
      "Who you are, and what you want to achieve. May be published: leave out business secrets.",
    ),
    missing: t(
      "Skriv noen setninger om klyngen",
      "Skriv nokre setningar om klynga",
      "Write a few sentences about the cluster",
    ),
  }),
  startedIn: integer(
    t("Året samarbeidet startet", "Året samarbeidet starta", "Year the collaboration started"),
    { min: 1950, max: 2024, isYear: true, requiredFor: ["explore", "impact"] },
  ),
  areas: checkboxes(t("Geografisk område", "Geografisk område", "Geographic area"), {
    min: 1,
    options: counties,
    hint: t(
      "Fylkene der klyngen har tyngden sin. Velg ett eller flere.",
      "Fylka der klynga har tyngda si. Vel eitt eller fleire.",
      "The counties where the cluster is strongest. Choose one or more.",
    ),
    missing: t("Velg minst ett fylke", "Vel minst eitt fylke", "Choose at least one county"),
  }),
  municipalities: text(t("Kommuner", "Kommunar", "Municipalities"), {
    max: 300,
    optional: true,
    hint: t(
      "Hvis klyngen hører til i en eller noen få kommuner, skriv hvilke.",
      "Dersom klynga høyrer til i éin eller nokre få kommunar, skriv kva for nokre.",
      "If the cluster belongs to one or a few municipalities, say which.",
    ),
  }),
  industries: checkboxes(t("Næringer", "Næringar", "Industries"), {
    min: 1,
    max: 5,
    options: industries,
    hint: t(
      "De viktigste for klyngen. Velg én til fem.",
      "Dei viktigaste for klynga. Vel éi til fem.",
      "The most important ones for the cluster. Choose one to five.",
    ),
    missing: t("Velg minst én næring", "Vel minst éi næring", "Choose at least one industry"),
  }),
  valueChains: text(t("Verdikjeder", "Verdikjeder", "Value chains"), {
    max: 300,
    optional: true,
    hint: t(
      "For eksempel fra råvare til ferdig produkt",
      "Til dømes frå råvare til ferdig produkt",
      "For example from raw material to finished product",
    ),
  }),
});
