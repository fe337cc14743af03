import { t } from "#shared/domain/text.ts";
import { defineForm } from "#shared/form/define.ts";
import { budgetRules } from "./rules/budget.ts";
import { contentRules } from "./rules/content.ts";
import { periodRules } from "./rules/periods.ts";
import { sections } from "./sections/index.ts";

export const application = defineForm({
  id: "nic-2024",
  version: 1,
  title: t(
    "Søknad om opptak i Norwegian Innovation Clusters",
    "Søknad om opptak i Norwegian Innovation Clusters",
    "Application to Norwegian Innovation Clusters",
  ),
  sections,
  rules: [...contentRules, ...periodRules, ...budgetRules],
});
