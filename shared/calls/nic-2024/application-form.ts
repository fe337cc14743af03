import { t } from "#shared/domain/text.ts";
import { defineForm } from "#shared/form/define.ts";
import { largestShare } from "./choices.ts";
import { applicant } from "./sections/applicant.ts";
import { budget } from "./sections/budget.ts";
import { cluster } from "./sections/cluster.ts";
import { declarations } from "./sections/declarations.ts";
import { goals } from "./sections/goals.ts";
import { connect, explore, impact } from "./sections/levels.ts";
import { members } from "./sections/members.ts";

const sum = (amounts: Readonly<Record<string, number>>): number =>
  Object.values(amounts).reduce((total, amount) => total + amount, 0);

const sumOfAll = (rows: Readonly<Record<string, Readonly<Record<string, number>>>>): number =>
  Object.values(rows).reduce((total, row) => total + sum(row), 0);

export const application = defineForm({
  id: "nic-2024",
  version: 1,
  title: t(
    "Søknad om opptak i Norwegian Innovation Clusters",
    "Søknad om opptak i Norwegian Innovation Clusters",
    "Application to Norwegian Innovation Clusters",
  ),
  sections: { applicant, cluster, members, goals, connect, explore, impact, budget, declarations },
  rules: [
    {
      at: "members.list",
      message: t(
        "Minst ett medlem må være en bedrift",
        "Minst eitt medlem må vere ei bedrift",
        "At least one member must be a business",
      ),
      holds: ({ members: { list } }) => list.some(({ category }) => category === "business"),
    },
    {
      at: "budget.financing",
      message: t(
        "Finansieringen må være like stor som kostnadene",
        "Finansieringa må vere like stor som kostnadene",
        "The financing must equal the costs",
      ),
      holds: ({ budget: { costs, financing } }) => sumOfAll(costs) === sumOfAll(financing),
    },
    {
      at: "budget.financing",
      message: t(
        `Søknadsbeløpet kan være høyst ${largestShare} % av kostnadene`,
        `Søknadsbeløpet kan vere høgst ${largestShare} % av kostnadene`,
        `The amount applied for can be at most ${largestShare} % of the costs`,
      ),
      holds: ({ budget: { costs, financing } }) =>
        sum(financing.applied) * 100 <= sumOfAll(costs) * largestShare,
    },
  ],
});
