// One section for each level, asked of that level alone.
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
        rows: 6,
        hint: t(
          "Skriv også hvordan medlemmene tar del i arbeidet",
          "Skriv òg korleis medlemmene tek del i arbeidet",
          "Write also how the members take part in the work",
        ),
      },
    ),
    businessModel: longText(
      t(
        "Hvordan vil dere utvikle klyngens forretningsmodell?",
        "Korleis vil de utvikle forretningsmodellen til klynga?",
        "How will you develop the cluster's business model?",
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
  },
  { levels: ["connect"] },
);

export const explore = section(
  same("NIC Explore"),
  {
    addedValue: longText(
      t(
        "Hva gir dere medlemmene ut over en møteplass?",
        "Kva gir de medlemmene ut over ein møteplass?",
        "What do you give the members beyond a meeting place?",
      ),
      {
        max: 3000,
        rows: 8,
        hint: t(
          "Ta utgangspunkt i det klyngen har gjort til nå",
          "Ta utgangspunkt i det klynga har gjort til no",
          "Start from what the cluster has done so far",
        ),
      },
    ),
    services: longText(
      t(
        "Hvilke tjenester skal dere utvikle og levere?",
        "Kva tenester skal de utvikle og levere?",
        "Which services will you develop and deliver?",
      ),
      {
        max: 3000,
        rows: 8,
        hint: t(
          "Hvem de er for, og hvem som har ansvaret for dem",
          "Kven dei er for, og kven som har ansvaret for dei",
          "Who they are for, and who is responsible for them",
        ),
      },
    ),
  },
  { levels: ["explore"] },
);

export const impact = section(
  same("NIC Impact"),
  {
    results: longText(
      t(
        "Hvilke resultater har medlemmene oppnådd over tid?",
        "Kva resultat har medlemmene oppnådd over tid?",
        "What have the members achieved over time?",
      ),
      {
        max: 4000,
        rows: 10,
        hint: t("Vis til tall og kilder", "Vis til tal og kjelder", "Refer to figures and sources"),
      },
    ),
    expectations: longText(
      t(
        "Hvordan skal dere innfri forventningene til nivået?",
        "Korleis skal de innfri forventningane til nivået?",
        "How will you meet the expectations of this level?",
      ),
      {
        max: 2000,
        rows: 6,
        hint: t(
          "Forventningene er høye: Skriv hva dere vil få til som klyngen ikke har fått til før",
          "Forventningane er høge: Skriv kva de vil få til som klynga ikkje har fått til før",
          "Expectations are high: write what you will achieve that the cluster has not achieved before",
        ),
      },
    ),
  },
  { levels: ["impact"] },
);
