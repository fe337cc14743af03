import { isRecord } from "./answers.ts";

/** Fills in what the server worked out from the amounts it has just saved. */
export const showFigures = (form: HTMLFormElement, body: unknown): void => {
  const figures = isRecord(body) ? body["figures"] : undefined;
  if (!Array.isArray(figures)) return;
  const rows = form.querySelectorAll("[data-figures] tbody tr");
  for (const [i, row] of rows.entries()) {
    const values: unknown = figures[i];
    if (!Array.isArray(values)) continue;
    for (const [j, cell] of row.querySelectorAll("td").entries()) cell.textContent = String(values[j] ?? "");
  }
};
