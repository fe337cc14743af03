import { t } from "#shared/domain/text.ts";
import { rulesOf } from "#shared/form/define.ts";
import { sections } from "../sections/index.ts";

/** The day three years on, which no longer belongs to the project. Days compare as text (ISO 8601). */
const yearsAfter = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

interface WithBudget {
  readonly budget?: { readonly start: string } | undefined;
}

/** Whether a day is in the project's three years; with no start to go by nothing can be said against it. */
const isInProject = (day: string, { budget }: WithBudget): boolean =>
  budget === undefined || (budget.start <= day && day < yearsAfter(budget.start, 3));

const outside = t(
  "Datoen må være i de tre årene prosjektet går, regnet fra prosjektstart",
  "Datoen må vere i dei tre åra prosjektet går, rekna frå prosjektstart",
  "The date must be within the three years of the project, counted from its start",
);

const order = t(
  "Til-året kan ikke være før fra-året",
  "Til-året kan ikkje vere før frå-året",
  "The last year cannot be before the first",
);

const yearsIn = (periods: readonly { readonly from: number; readonly to: number }[]): number =>
  periods.reduce((sum, { from, to }) => sum + to - from, 0);

/** Days and years must follow each other, and those of the project lie within its three years. */
export const periodRules = rulesOf(sections)([
  {
    at: "strategy.milestones.due",
    message: outside,
    holdsFor: ({ due }, answers) => isInProject(due, answers),
  },
  { at: "goals.results.due", message: outside, holdsFor: ({ due }, answers) => isInProject(due, answers) },
  {
    at: "activities.list.start",
    message: outside,
    holdsFor: ({ start }, answers) => isInProject(start, answers),
  },
  { at: "activities.list.end", message: outside, holdsFor: ({ end }, answers) => isInProject(end, answers) },
  {
    at: "activities.list.end",
    message: t(
      "Aktiviteten kan ikke slutte før den begynner",
      "Aktiviteten kan ikkje slutte før han byrjar",
      "The activity cannot end before it starts",
    ),
    holdsFor: ({ start, end }) => start <= end,
  },
  {
    at: "goals.results.baselineDay",
    message: t(
      "Verdien i dag må være målt før målet skal nås",
      "Verdien i dag må vere målt før målet skal vere nådd",
      "Today's value must be measured before the goal is due",
    ),
    holdsFor: ({ baselineDay, due }) => baselineDay <= due,
  },
  { at: "applicant.periods.to", message: order, holdsFor: ({ from, to }) => from <= to },
  { at: "impact.results.to", message: order, holdsFor: ({ from, to }) => from <= to },
  {
    at: "applicant.periods",
    warns: true,
    message: t(
      "Periodene er til sammen over ti år. En klynge kan få støtte i høyst ti år",
      "Periodane er til saman over ti år. Ei klynge kan få støtte i høgst ti år",
      "The periods are more than ten years in all. A cluster can be supported for at most ten",
    ),
    holds: ({ applicant: { periods = [] } }) => yearsIn(periods) <= 10,
  },
  {
    at: "impact.to",
    message: t(
      "Perioden kan ikke slutte før den begynner",
      "Perioden kan ikkje slutte før han byrjar",
      "The period cannot end before it starts",
    ),
    holds: ({ impact: { from, to } }) => from <= to,
  },
  {
    at: "impact.to",
    warns: true,
    message: t(
      "Perioden er kortere enn to år",
      "Perioden er kortare enn to år",
      "The period is shorter than two years",
    ),
    holds: ({ impact: { from, to } }) => yearsAfter(from, 2) <= to,
  },
]);
