import { t } from "#shared/domain/text.ts";
import { date, group, longText, money, radio, section, table, text } from "#shared/form/define.ts";
import { largestShare, type Year, years } from "../choices.ts";
import { budgetFigures } from "../figures.ts";

const rows = {
  facilitation: t(
    "Samarbeid og tilrettelegging",
    "Samarbeid og tilrettelegging",
    "Cooperation and facilitation",
  ),
  marketing: t("Markedsføring av klyngen", "Marknadsføring av klynga", "Marketing of the cluster"),
  training: t(
    "Fasiliteter, opplæring, workshops og konferanser",
    "Fasilitetar, opplæring, workshopar og konferansar",
    "Facilities, training, workshops and conferences",
  ),
  other: t(
    "Andre kostnader (ikke støtteberettiget)",
    "Andre kostnader (ikkje støtteberettiga)",
    "Other costs (not eligible)",
  ),
} as const;

const columns = {
  personnel: t("Personell", "Personell", "Staff"),
  administration: t("Administrasjon", "Administrasjon", "Administration"),
  purchases: t("Innkjøp", "Innkjøp", "Purchases"),
} as const;

const costs = (year: Year) => {
  const { nb, nn, en } = years[year];
  return table(
    t(`Kostnader ${nb.toLowerCase()}`, `Kostnader ${nn.toLowerCase()}`, `Costs ${en.toLowerCase()}`),
    {
      rows,
      columns,
      missing: t(
        `Skriv inn kostnadene for ${nb.toLowerCase()}`,
        `Skriv inn kostnadene for ${nn.toLowerCase()}`,
        `Enter the costs of ${en.toLowerCase()}`,
      ),
    },
  );
};

const funding = table(t("Finansiering", "Finansiering", "Funding"), {
  rows: {
    applied: t("Søknadsbeløp", "Søknadsbeløp", "Amount applied for"),
    fees: t("Medlemskontingent", "Medlemskontingent", "Member fees"),
    own: t("Andre egne midler", "Andre eigne midlar", "Other own funds"),
    inKind: t("Egeninnsats", "Eigeninnsats", "Contribution in kind"),
    private: t("Annen privat finansiering", "Anna privat finansiering", "Other private funding"),
  },
  columns: years,
  hint: t(
    `Hvert år like mye som kostnadene. Dere kan søke om høyst ${largestShare} % av de støtteberettigede kostnadene, det vil si alle rader unntatt «Andre kostnader».`,
    `Kvart år like mykje som kostnadene. De kan søkje om høgst ${largestShare} % av dei støtteberettiga kostnadene, det vil seie alle rader unnateke «Andre kostnader».`,
    `As much as the costs each year. You can apply for at most ${largestShare} % of the eligible costs, that is all rows except “Other costs”.`,
  ),
  missing: t("Skriv inn finansieringen", "Skriv inn finansieringa", "Enter the funding"),
});

const amount = { optional: true, min: 0, max: 100_000_000 } as const;

const publicSupport = group(t("Annen offentlig støtte", "Anna offentleg støtte", "Other public support"), {
  optional: true,
  min: 0,
  max: 10,
  item: t("Støtte", "Støtte", "Support"),
  add: t("Legg til støtte", "Legg til støtte", "Add support"),
  hint: t(
    `Fra kommune, fylkeskommune eller andre. All offentlig støtte til sammen kan være høyst ${largestShare} % av de støtteberettigede kostnadene.`,
    `Frå kommune, fylkeskommune eller andre. All offentleg støtte til saman kan vere høgst ${largestShare} % av dei støtteberettiga kostnadene.`,
    `From a municipality, county or others. All public support together can be at most ${largestShare} % of the eligible costs.`,
  ),
  fields: {
    source: text(t("Hvem som gir støtten", "Kven som gir støtta", "Who gives the support"), {
      max: 150,
      missing: t("Skriv hvem som gir støtten", "Skriv kven som gir støtta", "Enter who gives the support"),
    }),
    state: radio(t("Status", "Status", "Status"), {
      options: {
        applied: t("Søkt om", "Søkt om", "Applied for"),
        granted: t("Innvilget", "Innvilga", "Granted"),
      },
    }),
    y1: money(years.y1, amount),
    y2: money(years.y2, amount),
    y3: money(years.y3, amount),
    basis: text(t("Hjemmel i statsstøttereglene", "Heimel i statsstøttereglane", "State aid basis"), {
      max: 100,
      optional: true,
    }),
  },
});

export const budget = section(
  t("Budsjett og finansiering", "Budsjett og finansiering", "Budget and funding"),
  {
    start: date(t("Prosjektstart", "Prosjektstart", "Project start"), {
      from: "2024-06-22",
      to: "2025-12-31",
      hint: t(
        "Etter søknadsfristen. Prosjektet går i tre år fra denne dagen. Skriv dag.måned.år, for eksempel 1.9.2024.",
        "Etter søknadsfristen. Prosjektet går i tre år frå denne dagen. Skriv dag.månad.år, til dømes 1.9.2024.",
        "After the deadline. The project runs for three years from this day. Write day.month.year, like 1.9.2024.",
      ),
    }),
    costs1: costs("y1"),
    costs2: costs("y2"),
    costs3: costs("y3"),
    funding,
    inKindBasis: text(
      t(
        "Timesats og grunnlag for egeninnsatsen",
        "Timesats og grunnlag for eigeninnsatsen",
        "Hourly rate and basis of the contribution in kind",
      ),
      { max: 300, optional: true },
    ),
    publicSupport,
    comments: longText(
      t("Kommentarer til budsjettet", "Kommentarar til budsjettet", "Comments on the budget"),
      {
        max: 800,
        optional: true,
      },
    ),
  },
  {
    intro: t(
      "Hele kroner. Tomme ruter regnes som 0.",
      "Heile kroner. Tomme ruter blir rekna som 0.",
      "Whole NOK. Empty cells count as 0.",
    ),
    figures: budgetFigures,
  },
);
