import { Level } from "#shared/domain/call.ts";
import { type Text, t } from "#shared/domain/text.ts";
import { rulesOf } from "#shared/form/define.ts";
import { showMoney } from "#shared/form/values.ts";
import { largestAmountPerYear, largestShare, type Year, years } from "../choices.ts";
import {
  appliedIn,
  type Budget,
  costsIn,
  eligibleIn,
  everyYear,
  fundingIn,
  inAll,
  publicIn,
} from "../money.ts";
import { sections } from "../sections/index.ts";

const rules = rulesOf(sections);

const isWithinShare = (part: number, whole: number): boolean => part * 100 <= whole * largestShare;

/** The same rule for each year, which its message names. */
const eachYear = (message: (year: Text) => Text, holds: (budget: Budget, year: Year) => boolean) =>
  rules(
    everyYear.map((year) => ({
      at: "budget.funding",
      message: message(years[year]),
      holds: ({ budget }) => holds(budget, year),
    })),
  );

const limits = rules(
  Level.options.flatMap((level) => {
    const limit = largestAmountPerYear[level];
    if (limit === undefined) return [];
    return [
      {
        levels: [level],
        at: "budget.funding",
        message: t(
          `Søknadsbeløpet kan være høyst ${showMoney(limit, "nb")} per år`,
          `Søknadsbeløpet kan vere høgst ${showMoney(limit, "nn")} per år`,
          `The amount applied for can be at most ${showMoney(limit, "en")} per year`,
        ),
        holds: ({ budget }) => everyYear.every((year) => appliedIn(budget, year) <= limit),
      },
    ];
  }),
);

/** Costs and funding must agree, and public money may be no more than its share (GBER article 27). */
export const budgetRules = rules([
  ...eachYear(
    ({ nb, nn, en }) =>
      t(
        `Finansieringen må være like stor som kostnadene i ${nb.toLowerCase()}`,
        `Finansieringa må vere like stor som kostnadene i ${nn.toLowerCase()}`,
        `The funding must equal the costs of ${en.toLowerCase()}`,
      ),
    (budget, year) => fundingIn(budget, year) === costsIn(budget, year),
  ),
  ...eachYear(
    ({ nb, nn, en }) =>
      t(
        `Skriv hvor mye dere søker om i ${nb.toLowerCase()}`,
        `Skriv kor mykje de søkjer om i ${nn.toLowerCase()}`,
        `Enter how much you apply for in ${en.toLowerCase()}`,
      ),
    (budget, year) => appliedIn(budget, year) > 0,
  ),
  ...eachYear(
    ({ nb, nn, en }) =>
      t(
        `Søknadsbeløpet i ${nb.toLowerCase()} kan være høyst ${largestShare} % av de støtteberettigede kostnadene`,
        `Søknadsbeløpet i ${nn.toLowerCase()} kan vere høgst ${largestShare} % av dei støtteberettiga kostnadene`,
        `The amount applied for in ${en.toLowerCase()} can be at most ${largestShare} % of the eligible costs`,
      ),
    (budget, year) => isWithinShare(appliedIn(budget, year), eligibleIn(budget, year)),
  ),
  {
    at: "budget.publicSupport",
    message: t(
      `All offentlig støtte til sammen, med søknadsbeløpet, kan være høyst ${largestShare} % av de støtteberettigede kostnadene`,
      `All offentleg støtte til saman, med søknadsbeløpet, kan vere høgst ${largestShare} % av dei støtteberettiga kostnadene`,
      `All public support together, with the amount applied for, can be at most ${largestShare} % of the eligible costs`,
    ),
    holds: ({ budget }) => isWithinShare(inAll(budget, publicIn), inAll(budget, eligibleIn)),
  },
  {
    at: "budget.inKindBasis",
    message: t(
      "Skriv timesats og grunnlag for egeninnsatsen",
      "Skriv timesats og grunnlag for eigeninnsatsen",
      "Enter the hourly rate and basis of the contribution in kind",
    ),
    holds: ({ budget }) =>
      budget.inKindBasis !== undefined || everyYear.every((year) => budget.funding.inKind[year] === 0),
  },
  ...limits,
]);
