// What a form is made of. Plain data; define.ts has the words to write it with.
import type { Level } from "#shared/domain/call.ts";
import type { Text } from "#shared/domain/text.ts";
import type { AnyRecord } from "./types.ts";

export type Options = Readonly<Record<string, Text>>;
export type Fields = Readonly<Record<string, Field>>;

/** A question that is asked only when another answer is one of `is`. `when` is `section.field`, or `.field` in the same row: a choice that is itself always asked. */
export interface Condition {
  readonly when: string;
  readonly is: readonly string[];
}

interface Question {
  readonly label: Text;
  readonly hint?: Text;
  /** What to say when it is not answered, where the general words are not good enough. */
  readonly missing?: Text;
  readonly optional?: boolean;
  /** The levels that must answer; the others may. Without it all must, unless it is `optional`. */
  readonly requiredFor?: readonly Level[];
  readonly showIf?: Condition;
}

export interface TextField extends Question {
  readonly kind: "text";
  readonly max: number;
  readonly autocomplete?: string;
  /** Offered while one types; anything else may be typed too. */
  readonly suggestions?: readonly Text[];
}
export interface LongTextField extends Question {
  readonly kind: "longText";
  readonly max: number;
  readonly rows?: number;
}
export interface RadioField extends Question {
  readonly kind: "radio";
  readonly options: Options;
}
export interface SelectField extends Question {
  readonly kind: "select";
  readonly options: Options;
}
export interface CheckboxesField extends Question {
  readonly kind: "checkboxes";
  readonly options: Options;
  readonly min?: number;
  readonly max?: number;
}
export interface EmailField extends Question {
  readonly kind: "email";
}
export interface PhoneField extends Question {
  readonly kind: "phone";
}
export interface UrlField extends Question {
  readonly kind: "url";
}
export interface OrgNumberField extends Question {
  readonly kind: "orgNumber";
  /** Fields beside it that the register's answer fills in: the organisation's name, its legal form, its address. */
  readonly fills?: Readonly<Partial<Record<"name" | "form" | "address", string>>>;
}
export interface IntegerField extends Question {
  readonly kind: "integer";
  /** A year is written without a space between its thousands. */
  readonly isYear?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Text;
}
export interface DecimalField extends Question {
  readonly kind: "decimal";
  readonly min?: number;
  readonly max?: number;
}
export interface MoneyField extends Question {
  readonly kind: "money";
  readonly min?: number;
  readonly max?: number;
}
export interface DateField extends Question {
  readonly kind: "date";
  readonly from?: string;
  readonly to?: string;
}
export interface FileField extends Question {
  readonly kind: "files";
  /** The levels that are asked at all; a file section keeps what the others have. */
  readonly levels?: readonly Level[];
  readonly accept: readonly string[];
  readonly maxMegabytes: number;
  readonly min?: number;
  readonly max: number;
}
/** Points to rows of a group, or to files, elsewhere in the form: their ids are the answer. */
export interface ReferenceField extends Question {
  readonly kind: "reference";
  /** `section.field`. */
  readonly to: string;
  /** The field of such a row that names it. */
  readonly named: string;
  readonly several?: boolean;
}
export interface TableField extends Question {
  readonly kind: "table";
  readonly rows: Options;
  readonly columns: Options;
}
export interface GroupField extends Question {
  readonly kind: "group";
  readonly fields: Readonly<Record<string, Exclude<Field, GroupField>>>;
  readonly min: number;
  readonly max: number;
  /** One of them, in words: «Medlem». */
  readonly item: Text;
  readonly add: Text;
  /** Whether rows may be taken in from a spreadsheet. */
  readonly fromSheet?: true;
}

export type Field =
  | TextField
  | LongTextField
  | RadioField
  | SelectField
  | CheckboxesField
  | EmailField
  | PhoneField
  | UrlField
  | OrgNumberField
  | IntegerField
  | DecimalField
  | MoneyField
  | DateField
  | FileField
  | ReferenceField
  | TableField
  | GroupField;

/** Figures that follow from a section's amounts, one row each. `undefined` is a figure that cannot be told yet. */
export interface Figures {
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: (amounts: AnyRecord) => readonly {
    readonly label: Text;
    readonly as: "money" | "percent";
    readonly values: readonly (number | undefined)[];
  }[];
}

/** One page of a form. Without `levels` every level is asked. */
export interface Section {
  readonly title: Text;
  readonly levels?: readonly Level[];
  readonly intro?: Text;
  readonly fields: Fields;
  readonly figures?: Figures;
  /** False when each application must answer anew, as with declarations. */
  readonly carried?: false;
  /** How much its files may weigh together. */
  readonly maxMegabytes?: number;
}

interface AnyRule {
  readonly levels?: readonly Level[];
  readonly message: Text;
  /** It is told, but stops nobody. */
  readonly warns?: boolean;
}

/**
 * Something that must hold between answers. It is judged as soon as the answers of the section it is `at` (`section.field`) can be
 * read; `holds` sees those, and other sections' where they can be read too. `levels` as in a section.
 */
export interface FormRule extends AnyRule {
  readonly at: string;
  holds(answers: AnyRecord): boolean;
}

/** The same for each row of a group, and told at that row: `at` is `section.group.field`. */
export interface RowRule extends AnyRule {
  readonly at: string;
  holdsFor(row: AnyRecord, answers: AnyRecord): boolean;
}

export type Rule = FormRule | RowRule;

export interface Form {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly sections: Readonly<Record<string, Section>>;
  readonly rules?: readonly Rule[];
}

const isFor = ({ levels }: { readonly levels?: readonly Level[] }, level: Level): boolean =>
  levels?.includes(level) ?? true;

const fieldFor = (field: Field, level: Level): Field => {
  const { requiredFor, ...asked } = field;
  return { ...asked, ...(requiredFor && { optional: !requiredFor.includes(level) }) };
};

const sectionFor = (section: Section, level: Level): Section => ({
  ...section,
  fields: Object.fromEntries(
    Object.entries(section.fields)
      .filter(([, field]) => field.kind !== "files" || isFor(field, level))
      .map(([key, field]) => [key, fieldFor(field, level)]),
  ),
});

/** The form as one level sees it. */
export const formFor = (form: Form, level: Level): Form => ({
  ...form,
  sections: Object.fromEntries(
    Object.entries(form.sections)
      .filter(([, section]) => isFor(section, level))
      .map(([key, section]) => [key, sectionFor(section, level)]),
  ),
  rules: (form.rules ?? []).filter((rule) => isFor(rule, level)),
});
