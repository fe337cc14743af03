/** What the intrinsic functions of one template look things up in. */
export interface Lookup {
  ref(name: string): unknown;
  attribute(id: string, attribute: string): string;
  condition(name: string): boolean;
  mapping(map: string, key: string, name: string): unknown;
}

type Intrinsic = (argument: unknown, lookup: Lookup) => unknown;

/** What Ref of AWS::NoValue gives: the property, or the place in the list, is as if it had not been written. */
export const noValue = Symbol("AWS::NoValue");

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fault = (name: string, wanted: string, got: unknown): never => {
  throw new Error(`${name} needs ${wanted}, and got ${JSON.stringify(got)}`);
};

const listOf = (name: string, value: unknown, length?: number): readonly unknown[] =>
  Array.isArray(value) && (length === undefined || value.length === length)
    ? value
    : fault(name, length === undefined ? "a list" : `a list of ${length}`, value);

const textOf = (name: string, value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return fault(name, "text", value);
};

const getAtt: Intrinsic = (argument, lookup) => {
  const [id, attribute] =
    typeof argument === "string" ? splitAtDot(argument) : listOf("Fn::GetAtt", argument, 2);
  return lookup.attribute(textOf("Fn::GetAtt", id), textOf("Fn::GetAtt", resolve(attribute, lookup)));
};

const splitAtDot = (text: string): readonly [string, string] => {
  const dot = text.indexOf(".");
  return [text.slice(0, dot), text.slice(dot + 1)];
};

const sub: Intrinsic = (argument, lookup) => {
  const [template, given] = Array.isArray(argument) ? listOf("Fn::Sub", argument, 2) : [argument, {}];
  const variables = isRecord(given) ? given : {};
  const variable = (name: string): unknown => {
    if (Object.hasOwn(variables, name)) return resolve(variables[name], lookup);
    return name.includes(".") ? getAtt(name, lookup) : lookup.ref(name);
  };
  return textOf("Fn::Sub", template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) =>
    literal ? `\${${name}}` : textOf(`Fn::Sub of ${name}`, variable(name)),
  );
};

const join: Intrinsic = (argument, lookup) => {
  const [separator, parts] = listOf("Fn::Join", argument, 2);
  const texts = listOf("Fn::Join", resolve(parts, lookup)).map((part) => textOf("Fn::Join", part));
  return texts.join(textOf("Fn::Join", separator));
};

const split: Intrinsic = (argument, lookup) => {
  const [separator, text] = listOf("Fn::Split", argument, 2);
  return textOf("Fn::Split", resolve(text, lookup)).split(textOf("Fn::Split", separator));
};

const select: Intrinsic = (argument, lookup) => {
  const [place, list] = listOf("Fn::Select", argument, 2);
  const index = Number(resolve(place, lookup));
  const values = listOf("Fn::Select", resolve(list, lookup));
  return index in values ? values[index] : fault("Fn::Select", `a list longer than ${index}`, values);
};

const chooseByCondition: Intrinsic = (argument, lookup) => {
  const [condition, whenTrue, whenFalse] = listOf("Fn::If", argument, 3);
  return resolve(lookup.condition(textOf("Fn::If", condition)) ? whenTrue : whenFalse, lookup);
};

const findInMap: Intrinsic = (argument, lookup) => {
  const [map = "", key = "", name = ""] = listOf("Fn::FindInMap", argument, 3).map((part) =>
    textOf("Fn::FindInMap", resolve(part, lookup)),
  );
  return resolve(lookup.mapping(map, key, name), lookup);
};

const base64: Intrinsic = (argument, lookup) =>
  Buffer.from(textOf("Fn::Base64", resolve(argument, lookup))).toString("base64");

/** Every intrinsic function there is here; another one is an error. */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, lookup) => lookup.ref(textOf("Ref", name)),
  "Fn::GetAtt": getAtt,
  "Fn::Sub": sub,
  "Fn::Join": join,
  "Fn::Split": split,
  "Fn::Select": select,
  "Fn::If": chooseByCondition,
  "Fn::FindInMap": findInMap,
  "Fn::Base64": base64,
};

const intrinsicIn = (value: Record<string, unknown>): string | undefined => {
  const [key = "", another] = Object.keys(value);
  if (key !== "Ref" && !key.startsWith("Fn::")) return undefined;
  if (another !== undefined) throw new Error(`${key} and ${another} stand side by side`);
  if (!Object.hasOwn(intrinsics, key)) throw new Error(`the intrinsic ${key} is not known here`);
  return key;
};

/** The value with every intrinsic function in it, however deep, replaced by what it gives. */
export const resolve = (value: unknown, lookup: Lookup): unknown => {
  if (typeof value === "string" && value.includes("{{resolve:"))
    throw new Error(`dynamic references are not known here: ${value}`);
  if (Array.isArray(value)) return value.map((one) => resolve(one, lookup)).filter((one) => one !== noValue);
  if (!isRecord(value)) return value;
  const name = intrinsicIn(value);
  if (name !== undefined) return intrinsics[name]?.(value[name], lookup);
  const resolved = Object.entries(value).map(([key, one]) => [key, resolve(one, lookup)] as const);
  return Object.fromEntries(resolved.filter(([, one]) => one !== noValue));
};

/** Whether a condition expression (Fn::Equals, Fn::And, Fn::Or, Fn::Not, Condition) holds. */
export const holds = (expression: unknown, lookup: Lookup): boolean => {
  const [name = "", argument] = isRecord(expression) ? (Object.entries(expression)[0] ?? []) : [];
  const all = () => listOf(name, argument).map((one) => holds(one, lookup));
  if (name === "Condition") return lookup.condition(textOf(name, argument));
  if (name === "Fn::And") return all().every(Boolean);
  if (name === "Fn::Or") return all().some(Boolean);
  if (name === "Fn::Not") return !all()[0];
  if (name !== "Fn::Equals") throw new Error(`the condition ${JSON.stringify(expression)} is not known here`);
  const [left, right] = listOf(name, resolve(argument, lookup), 2);
  return textOf(name, left) === textOf(name, right);
};
