import { nest } from "#shared/form/names.ts";

/** A form's answers as it holds them: name and text, in order. */
export type Entries = readonly (readonly [string, string])[];
export type Answers = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The answers among the form's fields; buttons, revision and files are none. */
export const entriesOf = (form: HTMLFormElement): Entries =>
  [...new FormData(form)].flatMap(([name, value]) =>
    name.startsWith("answers.") && typeof value === "string" ? [[name, value] as const] : [],
  );

/** `answers.list.0.name` → `{ list: [{ name }] }`, the same reading as on the server. */
export const answersFrom = (entries: Entries): Answers => {
  const nested = nest(entries.map(([name, value]): [string, string] => [name, value]));
  const answers = nested.ok ? nested.value["answers"] : undefined;
  return isRecord(answers) ? answers : {};
};

/** Without what says nothing, in one order and with one kind of line break: the server fills in what a form leaves out. */
const essence = (value: unknown): unknown => {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n") || undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => essence(item) ?? null) : undefined;
  if (!isRecord(value)) return value ?? undefined;
  const members = Object.entries(value)
    .map(([key, member]) => [key, essence(member)] as const)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return members.length > 0 ? Object.fromEntries(members) : undefined;
};

export const sameAnswers = (a: Answers, b: Answers): boolean =>
  JSON.stringify(essence(a)) === JSON.stringify(essence(b));

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isChosen = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** Puts kept answers back into the form. What the form no longer has a field for is kept hidden, so that it is sent and not lost. */
export const putBack = (form: HTMLFormElement, entries: Entries): void => {
  const controls = [...form.elements].filter(isControl).filter(({ name }) => name.startsWith("answers."));
  for (const control of controls) {
    const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isChosen(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
  const known = new Set(controls.map(({ name }) => name));
  for (const [name, value] of entries.filter(([name]) => !known.has(name))) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
};
