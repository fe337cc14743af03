// The questions a form can ask. Plain data; define.ts has the words to write it with.
import type { Level } from "#shared/domain/call.ts";
import type { Text } from "#shared/domain/text.ts";

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
/** A time of day, on the clock of whatever place the form is about. */
export interface TimeField extends Question {
  readonly kind: "time";
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
  | TimeField
  | FileField
  | ReferenceField
  | TableField
  | GroupField;
