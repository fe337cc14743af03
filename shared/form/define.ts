// The words a form is written with.
import type { Text } from "#shared/domain/text.ts";
import type {
  CheckboxesField,
  DateField,
  DecimalField,
  EmailField,
  Field,
  Fields,
  FileField,
  GroupField,
  IntegerField,
  LongTextField,
  MoneyField,
  OrgNumberField,
  PhoneField,
  RadioField,
  ReferenceField,
  SelectField,
  TableField,
  TextField,
  TimeField,
  UrlField,
} from "./fields.ts";
import type { Figures, Form, FormRule, RowRule, Section } from "./form.ts";
import type { AnswersOfSections } from "./types.ts";

/** `const` keeps what TypeScript needs to infer answers (options, optional, showIf); labels stay plain Text. */
const question =
  <F extends Field>(kind: F["kind"]) =>
  <const O extends Omit<F, "kind" | "label">>(label: Text, options: O) =>
    ({ kind, label, ...options }) as unknown as { readonly kind: F["kind"]; readonly label: Text } & O;

export const text = question<TextField>("text");
export const longText = question<LongTextField>("longText");
export const radio = question<RadioField>("radio");
export const select = question<SelectField>("select");
export const checkboxes = question<CheckboxesField>("checkboxes");
export const email = question<EmailField>("email");
export const phone = question<PhoneField>("phone");
export const url = question<UrlField>("url");
export const orgNumber = question<OrgNumberField>("orgNumber");
export const integer = question<IntegerField>("integer");
export const decimal = question<DecimalField>("decimal");
export const money = question<MoneyField>("money");
export const date = question<DateField>("date");
export const time = question<TimeField>("time");
export const files = question<FileField>("files");
export const reference = question<ReferenceField>("reference");
export const table = question<TableField>("table");
export const group = question<GroupField>("group");

type Nothing = Record<never, never>;

export const section = <
  const F extends Fields,
  const More extends Omit<Section, "title" | "fields"> = Nothing,
>(
  title: Text,
  fields: F,
  more?: More,
) => ({ title, fields, ...more }) as { readonly title: Text; readonly fields: F } & NoInfer<More>;

export const figuresFrom = (figures: Figures): Figures => figures;

type Sections = Readonly<Record<string, Section>>;
type Names<S> = Extract<keyof S, string>;

/** A section's own answers, and those of the others, which may not be there. */
type AnswersAt<S extends Sections, K extends Names<S>> = Pick<AnswersOfSections<S>, K> &
  Partial<AnswersOfSections<S>>;

/** A rule of section `K`: its `at` is one of that section's fields. */
type RuleOf<S extends Sections, K extends Names<S>> = Omit<FormRule, "at" | "holds"> & {
  readonly at: `${K}.${Names<S[K]["fields"]>}`;
  readonly holds: (answers: AnswersAt<S, K>) => boolean;
};

type Groups<F> = { [G in Extract<keyof F, string>]: F[G] extends { kind: "group" } ? G : never }[Extract<
  keyof F,
  string
>];

/** A rule of the rows of group `G` in section `K`: its `at` is one of a row's fields. */
type RowRuleOf<S extends Sections, K extends Names<S>, G extends Groups<S[K]["fields"]>> = Omit<
  RowRule,
  "at" | "holdsFor"
> & {
  readonly at: S[K]["fields"][G] extends { fields: infer F } ? `${K}.${G}.${Names<F>}` : never;
  holdsFor(
    row: AnswersOfSections<S>[K] extends Record<G, readonly (infer Row)[]> ? Row : never,
    answers: AnswersAt<S, K>,
  ): boolean;
};

type RulesOf<S extends Sections> = {
  [K in Names<S>]:
    | RuleOf<S, K>
    | { [G in Groups<S[K]["fields"]>]: RowRuleOf<S, K, G> }[Groups<S[K]["fields"]>];
}[Names<S>];

/** Rules of a form's sections, where they are too many to stand with the form. */
export const rulesOf =
  <const S extends Sections>(_sections: S) =>
  (rules: readonly RulesOf<S>[]) =>
    rules;

export const defineForm = <const S extends Sections>(
  form: Omit<Form, "sections" | "rules"> & {
    readonly sections: S;
    readonly rules?: readonly RulesOf<S>[];
  },
) => form;
