// What the amounts of the budget come to, year by year.
import type { Year } from "./choices.ts";

type Amounts = Readonly<Record<string, number>>;
type Rows = Readonly<Record<string, Amounts>>;

/** The budget's amounts, as sent or as they stand in a draft. */
export interface Budget {
  readonly costs1: Rows;
  readonly costs2: Rows;
  readonly costs3: Rows;
  readonly funding: Rows & { readonly applied: Readonly<Record<Year, number>> };
  readonly publicSupport: readonly Readonly<Partial<Record<Year, number | undefined>>>[];
}

export const everyYear = ["y1", "y2", "y3"] as const satisfies readonly Year[];

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const rowsOf = (budget: Budget, year: Year): Rows =>
  ({ y1: budget.costs1, y2: budget.costs2, y3: budget.costs3 })[year];

const total = (rows: Rows): number => sum(Object.values(rows).flatMap((row) => Object.values(row)));

export const costsIn = (budget: Budget, year: Year): number => total(rowsOf(budget, year));

/** All but the row of other costs (GBER article 27). */
export const eligibleIn = (budget: Budget, year: Year): number => {
  const { other, ...eligible } = rowsOf(budget, year);
  return total(eligible);
};

export const appliedIn = (budget: Budget, year: Year): number => budget.funding.applied[year];

const otherPublicIn = (budget: Budget, year: Year): number =>
  sum(budget.publicSupport.map((one) => one[year] ?? 0));

export const publicIn = (budget: Budget, year: Year): number =>
  appliedIn(budget, year) + otherPublicIn(budget, year);

export const fundingIn = (budget: Budget, year: Year): number =>
  sum(Object.values(budget.funding).map((row) => row[year] ?? 0)) + otherPublicIn(budget, year);

export type InYear = (budget: Budget, year: Year) => number;

export const inAll = (budget: Budget, of: InYear): number => sum(everyYear.map((year) => of(budget, year)));
