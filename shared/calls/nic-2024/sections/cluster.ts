import { t } from "#shared/domain/text.ts";
import { integer, longText, radio, section, text } from "#shared/form/define.ts";
import { yesNo } from "../choices.ts";

export const cluster = section(t("Klyngen", "Klynga", "The cluster"), {
  name: text(t("Navn på klyngen", "Namn på klynga", "Name of the cluster"), {
    max: 100,
    missing: t("Skriv navnet på klyngen", "Skriv namnet på klynga", "Enter the name of the cluster"),
  }),
  area: text(t("Geografisk område", "Geografisk område", "Geographic area"), {
    max: 200,
    hint: t(
      "Fylker eller kommuner der klyngen har tyngden sin",
      "Fylke eller kommunar der klynga har tyngda si",
      "Counties or municipalities where the cluster is strongest",
    ),
    missing: t("Skriv hvor klyngen holder til", "Skriv kvar klynga held til", "Enter where the cluster is"),
  }),
  startedIn: integer(
    t("Året samarbeidet startet", "Året samarbeidet starta", "Year the collaboration started"),
    { min: 1950, max: 2024, isYear: true, optional: true },
  ),
  summary: longText(t("Kort om klyngen", "Kort om klynga", "The cluster in brief"), {
    max: 1500,
    rows: 8,
    hint: t(
      "Hvem dere er, hva dere samarbeider om og hvorfor. Kan bli offentlig: Ikke skriv forretningshemmeligheter.",
      "Kven de er, kva de samarbeider om og kvifor. Kan bli offentleg: Ikkje skriv forretningsløyndommar.",
      "Who you are, what you work together on and why. May be published: leave out business secrets.",
    ),
    missing: t(
      "Skriv noen setninger om klyngen",
      "Skriv nokre setningar om klynga",
      "Write a few sentences about the cluster",
    ),
  }),
  earlier: radio(
    t(
      "Har klyngen vært i klyngeprogrammet før?",
      "Har klynga vore i klyngeprogrammet før?",
      "Has the cluster been in the programme before?",
    ),
    {
      options: yesNo,
      hint: t("Det er ikke et krav.", "Det er ikkje eit krav.", "It is not a requirement."),
      missing: t("Velg ja eller nei", "Vel ja eller nei", "Choose yes or no"),
    },
  ),
  earlierResults: longText(
    t("Hva kom ut av den perioden?", "Kva kom ut av den perioden?", "What came of that period?"),
    {
      max: 2000,
      showIf: { when: "cluster.earlier", is: ["yes"] },
      missing: t(
        "Skriv hva som kom ut av perioden",
        "Skriv kva som kom ut av perioden",
        "Write what came of the period",
      ),
    },
  ),
});
