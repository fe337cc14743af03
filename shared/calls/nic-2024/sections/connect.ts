import { same, t } from "#shared/domain/text.ts";
import { longText, section } from "#shared/form/define.ts";

export const connect = section(
  same("NIC Connect"),
  {
    linking: longText(
      t(
        "Hvordan skal aktørene kobles sammen?",
        "Korleis skal aktørane koplast saman?",
        "How will the actors be brought together?",
      ),
      {
        max: 2000,
        hint: t(
          "Hva skal få dem til å møtes, og hva skal de gjøre sammen?",
          "Kva skal få dei til å møtast, og kva skal dei gjere saman?",
          "What will make them meet, and what will they do together?",
        ),
      },
    ),
    businessModel: longText(
      t(
        "Hvordan skal klyngens forretningsmodell etableres og utforskes?",
        "Korleis skal forretningsmodellen til klynga etablerast og utforskast?",
        "How will the cluster's business model be established and explored?",
      ),
      {
        max: 3000,
        rows: 8,
        hint: t(
          "Hva klyngen skal leve av, og hva medlemmene får igjen",
          "Kva klynga skal leve av, og kva medlemmene får att",
          "What the cluster will live on, and what the members get in return",
        ),
      },
    ),
    capacity: longText(
      t(
        "Hvordan skal innovasjonsevnen til medlemmene utvikles?",
        "Korleis skal innovasjonsevna til medlemmene utviklast?",
        "How will the members' capacity to innovate be developed?",
      ),
      { max: 2000 },
    ),
    supportNeeds: longText(
      t(
        "Behov for faglig støtte til modning og utvikling",
        "Behov for fagleg støtte til modning og utvikling",
        "Need for professional support to mature and develop",
      ),
      { max: 1000, optional: true },
    ),
    dailyWork: longText(
      t(
        "Hvordan skal strategien være underlag for det daglige arbeidet i klyngeadministrasjonen?",
        "Korleis skal strategien vere underlag for det daglege arbeidet i klyngeadministrasjonen?",
        "How will the strategy guide the daily work of the cluster administration?",
      ),
      { max: 1500 },
    ),
    strategyPotential: longText(
      t(
        "Hvordan kan strategien utvikles videre?",
        "Korleis kan strategien utviklast vidare?",
        "How can the strategy be developed further?",
      ),
      { max: 1000 },
    ),
  },
  { levels: ["connect"] },
);
