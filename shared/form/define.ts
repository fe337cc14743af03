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
  Form,
  GroupField,
  IntegerField,
  LongTextField,
  MoneyField,
  OrgNumberField,
  PhoneField,
  RadioField,
  Rule,
  Section,
  SelectField,
  TableField,
  TextField,
  UrlField,
} from "./fields.ts";
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
export const files = question<FileField>("files");
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

type Sections = Readonly<Record<string, Section>>;
type Names<S> = Extract<keyof S, string>;

/** A rule of section `K`: its `at` is one of that section's fields, whose answers are there; those of other sections may not be. */
type RuleOf<S extends Sections, K extends Names<S>> = Omit<Rule, "at" | "holds"> & {
  readonly at: `${K}.${Names<S[K]["fields"]>}`;
  readonly holds: (answers: Pick<AnswersOfSections<S>, K> & Partial<AnswersOfSections<S>>) => boolean;
};

export const defineForm = <const S extends Sections>(
  form: Omit<Form, "sections" | "rules"> & {
    readonly sections: S;
    readonly rules?: readonly { [K in Names<S>]: RuleOf<S, K> }[Names<S>][];
  },
) => form;
