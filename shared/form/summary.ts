// A draft, ready to be read: the same for the review page, the receipt, the staff's page and mail.
import type { FileId, StoredFile } from "#shared/domain/stored-file.ts";
import type { Language } from "#shared/domain/text.ts";
import { askedOf, type Look, lookIn, lookInRow } from "./conditions.ts";
import type { Field, Fields, ReferenceField, TableField } from "./fields.ts";
import { figuresOf } from "./figures.ts";
import { fileStateText } from "./file-words.ts";
import type { Form, Section } from "./form.ts";
import { optionsOf } from "./references.ts";
import type { AnyRecord } from "./types.ts";
import {
  readDate,
  readDecimal,
  readInteger,
  readOrgNumber,
  readPhone,
  readTime,
  showBytes,
  showDate,
  showMoney,
  showNumber,
  showOrgNumber,
  showPhone,
  showTime,
} from "./values.ts";

export type Shown =
  | { readonly as: "text"; readonly text: string }
  /** Of files there are their ids too, one for each item that can be opened. */
  | {
      readonly as: "list";
      readonly items: readonly string[];
      readonly files?: readonly (FileId | undefined)[];
    }
  | {
      readonly as: "table";
      readonly head: readonly string[];
      readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
    }
  | {
      readonly as: "items";
      readonly items: readonly { readonly title: string; readonly lines: readonly Line[] }[];
    };
export interface Line {
  readonly path: string;
  readonly label: string;
  readonly value: Shown | undefined;
}
export interface Part {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

const orAsTyped = <T>(value: T | undefined, show: (value: T) => string, raw: string): string =>
  value === undefined ? raw : show(value);

const showTyped = (field: Field, raw: string, language: Language): string => {
  switch (field.kind) {
    case "radio":
    case "select":
      return field.options[raw]?.[language] ?? raw;
    case "integer":
      return orAsTyped(
        readInteger(raw),
        (number) => (field.isYear ? `${number}` : showNumber(number, language)),
        raw,
      );
    case "decimal":
      return orAsTyped(readDecimal(raw), (number) => showNumber(number, language), raw);
    case "money":
      return orAsTyped(readInteger(raw), (amount) => showMoney(amount, language), raw);
    case "date":
      return orAsTyped(readDate(raw), (day) => showDate(day, language), raw);
    case "time":
      return orAsTyped(readTime(raw), (time) => showTime(time, language), raw);
    case "orgNumber":
      return orAsTyped(readOrgNumber(raw), showOrgNumber, raw);
    case "phone":
      return orAsTyped(readPhone(raw), showPhone, raw);
    default:
      return raw;
  }
};

const asText = (cell: unknown): string => String(cell ?? "").trim();

/** Sums of a table as far as its cells can be read; what cannot counts as nothing. */
export const totals = (field: TableField, cells: AnyRecord) => {
  const at = (row: string, column: string) => readInteger(asText(cells[row]?.[column])) ?? 0;
  const rows = Object.keys(field.rows);
  const columns = Object.keys(field.columns);
  const row = (r: string) => columns.reduce((sum, c) => sum + at(r, c), 0);
  const column = (c: string) => rows.reduce((sum, r) => sum + at(r, c), 0);
  return { at, row, column, all: () => rows.reduce((sum, r) => sum + row(r), 0) };
};

const total = { nb: "Sum", nn: "Sum", en: "Total" } as const;

const showTable = (field: TableField, value: AnyRecord, language: Language): Shown | undefined => {
  const typed = (r: string, c: string) => asText(value[r]?.[c]);
  const rows = Object.entries(field.rows);
  const columns = Object.entries(field.columns);
  if (rows.every(([r]) => columns.every(([c]) => typed(r, c) === ""))) return undefined;
  const sum = totals(field, value);
  const n = (amount: number) => showNumber(amount, language);
  const cell = (r: string, c: string) => orAsTyped(readInteger(typed(r, c) || "0"), n, typed(r, c));
  return {
    as: "table",
    head: ["", ...columns.map(([, title]) => title[language]), total[language]],
    rows: [
      ...rows.map(([r, title]) => ({
        label: title[language],
        cells: [...columns.map(([c]) => cell(r, c)), n(sum.row(r))],
      })),
      { label: total[language], cells: [...columns.map(([c]) => n(sum.column(c))), n(sum.all())] },
    ],
  };
};

interface Around {
  readonly form: Form;
  readonly look: Look;
  readonly language: Language;
}

const showFile = (file: StoredFile, language: Language): string => {
  const size = file.bytes > 0 ? ` (${showBytes(file.bytes, language)})` : "";
  const state = file.state === "clean" ? "" : fileStateText(file, language);
  return [`${file.name}${size}`, state].filter(Boolean).join(". ");
};

const showFiles = (files: readonly StoredFile[], language: Language): Shown => ({
  as: "list",
  items: files.map((file) => showFile(file, language)),
  files: files.map(({ id, state }) => (state === "clean" ? id : undefined)),
});

/** What a reference points to, by name. What has been removed since is not there. */
const showReference = (
  field: ReferenceField,
  value: AnyRecord[string],
  { form, look, language }: Around,
): Shown | undefined => {
  const options = optionsOf(field, form, look);
  const items = [value ?? []].flat().flatMap((id: string) => options[id]?.[language] ?? []);
  if (items.length === 0) return undefined;
  return field.several ? { as: "list", items } : { as: "text", text: items.join() };
};

const show = (field: Field, value: AnyRecord[string], path: string, around: Around): Shown | undefined => {
  const { language } = around;
  if (field.kind === "table") return showTable(field, value ?? {}, language);
  if (field.kind === "reference") return showReference(field, value, around);
  if (field.kind === "checkboxes")
    return value?.length
      ? { as: "list", items: value.map((key: string) => field.options[key]?.[language] ?? key) }
      : undefined;
  if (field.kind === "files") return value?.length ? showFiles(value, language) : undefined;
  if (field.kind === "group") {
    const items = (value ?? []).map((row: AnyRecord, i: number) => ({
      title: `${field.item[language]} ${i + 1}`,
      lines: linesOf(field.fields, row, `${path}.${i}`, {
        ...around,
        look: lookInRow(row, around.look),
      }),
    }));
    return items.length > 0 ? { as: "items", items } : undefined;
  }
  const raw = asText(value);
  return raw ? { as: "text", text: showTyped(field, raw, language) } : undefined;
};

const linesOf = (fields: Fields, given: AnyRecord, path: string, around: Around): Line[] =>
  askedOf(fields, around.look).map(([key, field]) => ({
    path: `${path}.${key}`,
    label: field.label[around.language],
    value: show(field, given[key], `${path}.${key}`, around),
  }));

const figuresLine = (key: string, section: Section, given: AnyRecord, language: Language): Line[] => {
  const figures = figuresOf(section, given, language);
  return figures
    ? [{ path: `${key}.figures`, label: figures.title, value: { as: "table", ...figures } }]
    : [];
};

export const summary = (form: Form, draft: AnyRecord, language: Language): Part[] =>
  Object.entries(form.sections).map(([key, section]) => ({
    key,
    title: section.title[language],
    lines: [
      ...linesOf(section.fields, draft[key] ?? {}, key, { form, language, look: lookIn(draft) }),
      ...figuresLine(key, section, draft[key] ?? {}, language),
    ],
  }));
