import { readInteger, showNumber } from "#shared/form/values.ts";
import { languageOf } from "./language.ts";

const add = (table: HTMLElement, cells: string): number =>
  [...table.querySelectorAll<HTMLInputElement>(`input${cells}`)].reduce(
    (sum, { value }) => sum + (readInteger(value) ?? 0),
    0,
  );

/** Adds up a table again, reading amounts as the server does. */
const addUp = (table: HTMLElement): void => {
  const show = (cell: HTMLElement, sum: number) => {
    cell.textContent = showNumber(sum, languageOf(table));
  };
  for (const cell of table.querySelectorAll<HTMLElement>("[data-sum-row]"))
    show(cell, add(table, `[data-row="${cell.dataset["sumRow"]}"]`));
  for (const cell of table.querySelectorAll<HTMLElement>("[data-sum-column]"))
    show(cell, add(table, `[data-column="${cell.dataset["sumColumn"]}"]`));
  for (const cell of table.querySelectorAll<HTMLElement>("[data-sum-all]")) show(cell, add(table, ""));
};

export const addUpAll = (root: ParentNode): void => {
  for (const table of root.querySelectorAll<HTMLElement>("[data-sums]")) addUp(table);
};
