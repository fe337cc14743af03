import { t } from "#shared/domain/text.ts";
import { figuresFrom } from "#shared/form/define.ts";
import { years } from "./choices.ts";
import {
  appliedIn,
  type Budget,
  costsIn,
  eligibleIn,
  everyYear,
  fundingIn,
  type InYear,
  inAll,
  publicIn,
} from "./money.ts";

const eachYear = (budget: Budget, of: InYear): readonly number[] => [
  ...everyYear.map((year) => of(budget, year)),
  inAll(budget, of),
];

/** In percent of the eligible costs, year by year and in all. */
const shares = (budget: Budget, of: InYear): readonly (number | undefined)[] => {
  const parts = eachYear(budget, of);
  return eachYear(budget, eligibleIn).map((whole, i) =>
    whole > 0 ? ((parts[i] ?? 0) / whole) * 100 : undefined,
  );
};

const difference: InYear = (budget, year) => fundingIn(budget, year) - costsIn(budget, year);

/** What the budget comes to: whether it balances, and how much of it is applied for. */
export const budgetFigures = figuresFrom({
  title: t("Budsjettet summert", "Budsjettet summert", "The budget summed up"),
  columns: [...Object.values(years), t("I alt", "I alt", "In total")],
  rows: ({ costs1, costs2, costs3, funding, publicSupport }) => {
    const amounts: Budget = { costs1, costs2, costs3, funding, publicSupport };
    const money = (label: ReturnType<typeof t>, of: InYear) =>
      ({ label, as: "money", values: eachYear(amounts, of) }) as const;
    const share = (label: ReturnType<typeof t>, of: InYear) =>
      ({ label, as: "percent", values: shares(amounts, of) }) as const;
    return [
      money(t("Kostnader", "Kostnader", "Costs"), costsIn),
      money(t("Støtteberettigede kostnader", "Støtteberettiga kostnader", "Eligible costs"), eligibleIn),
      money(t("Finansiering", "Finansiering", "Funding"), fundingIn),
      money(
        t("Finansiering minus kostnader", "Finansiering minus kostnader", "Funding minus costs"),
        difference,
      ),
      share(
        t(
          "Søknadsbeløp av støtteberettigede kostnader",
          "Søknadsbeløp av støtteberettiga kostnader",
          "Applied share of eligible costs",
        ),
        appliedIn,
      ),
      share(
        t(
          "Offentlig støtte av støtteberettigede kostnader",
          "Offentleg støtte av støtteberettiga kostnader",
          "Public share of eligible costs",
        ),
        publicIn,
      ),
    ];
  },
});
