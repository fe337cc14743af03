import { t } from "#shared/domain/text.ts";
import { longText, section } from "#shared/form/fields.ts";

export const connect = section(
  t("NIC Connect", "NIC Connect", "NIC Connect"),
  {
    linking: longText(
      t(
        "Hvordan skal aktørene kobles sammen?",
        "Korleis skal aktørane koplast saman?",
        "How will the actors be brought together?",
      ),
      { max: 2000, rows: 6 },
    ),
    businessModel: longText(
      t(
        "Hvordan vil dere utvikle klyngens forretningsmodell?",
        "Korleis vil de utvikle forretningsmodellen til klynga?",
        "How will you develop the cluster's business model?",
      ),
      { max: 3000, rows: 8 },
    ),
  },
  { levels: ["connect"] },
);

export const explore = section(
  t("NIC Explore", "NIC Explore", "NIC Explore"),
  {
    addedValue: longText(
      t(
        "Hva gir dere medlemmene ut over en møteplass?",
        "Kva gir de medlemmene ut over ein møteplass?",
        "What do you give the members beyond a meeting place?",
      ),
      { max: 3000, rows: 8 },
    ),
    services: longText(
      t(
        "Hvilke tjenester skal dere utvikle og levere?",
        "Kva tenester skal de utvikle og levere?",
        "Which services will you develop and deliver?",
      ),
      { max: 3000, rows: 8 },
    ),
  },
  { levels: ["explore"] },
);

export const impact = section(
  t("NIC Impact", "NIC Impact", "NIC Impact"),
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
      { max: 2000, rows: 6 },
    ),
  },
  { levels: ["impact"] },
);
