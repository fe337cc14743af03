// What follows from the amounts of a section: shares, sums across tables, what is missing. Never stored: worked out from what stands there.
import type { Language } from "#shared/domain/text.ts";
import { eachKey } from "./each-key.ts";
import type { Field, Fields } from "./fields.ts";
import type { Figures } from "./form.ts";
import type { AnyRecord } from "./types.ts";
import { readDecimal, readInteger, showMoney, showPercent } from "./values.ts";

const amountOf = (field: Field, typed: AnyRecord[string]): AnyRecord[string] => {
  switch (field.kind) {
    case "table":
      return eachKey(field.rows, (row) =>
        eachKey(field.columns, (column) => readInteger(String(typed?.[row]?.[column] ?? "")) ?? 0),
      );
    case "group":
      return (Array.isArray(typed) ? typed : []).map((row: AnyRecord) => amountsIn(field.fields, row));
    case "money":
    case "integer":
      return readInteger(String(typed ?? "")) ?? 0;
    case "decimal":
      return readDecimal(String(typed ?? "")) ?? 0;
    default:
      return undefined;
  }
};

/** The numbers among the answers as typed; what cannot be read counts as nothing. */
const amountsIn = (fields: Fields, given: AnyRecord): AnyRecord =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, amountOf(field, given[key])]));

const show = (value: number | undefined, as: "money" | "percent", language: Language): string => {
  if (value === undefined) return "–";
  return as === "money" ? showMoney(value, language) : showPercent(value, language);
};

export interface ShownFigures {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** A section's figures in words, from its answers as typed. */
export const figuresOf = (
  { figures, fields }: { readonly figures?: Figures; readonly fields: Fields },
  given: AnyRecord,
  language: Language,
): ShownFigures | undefined =>
  figures && {
    title: figures.title[language],
    head: ["", ...figures.columns.map((column) => column[language])],
    rows: figures.rows(amountsIn(fields, given)).map(({ label, as, values }) => ({
      label: label[language],
      cells: values.map((value) => show(value, as, language)),
    })),
  };
