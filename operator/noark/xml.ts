// As much XML as a hand-over has: elements with attributes, and in each either elements or text.

export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: Content;
}
export type Attributes = Readonly<Record<string, string>>;
/** A text, elements, or nothing where the attributes say it all. */
export type Content = string | readonly Element[] | undefined;

export const element = (name: string, content: Content, attributes: Attributes = {}): Element => ({
  name,
  attributes,
  content,
});

/** Elements with a text each, in the order they are named. What has no value is left out. */
export const texts = (values: Readonly<Record<string, string | number | undefined>>): Element[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [element(name, String(value))],
  );

/** What XML 1.0 has no way to write: most controls, halves of characters, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Any text so that a reader of XML gets it back. What XML cannot say comes back as U+FFFD. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, "\ufffd")
    .replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign] ?? sign);

/** The beginning of an element, with its attributes. */
export const startOf = (name: string, attributes: Attributes): string =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ")}>`;

export const indent = (depth: number): string => "  ".repeat(depth);

/** An element on lines of its own. One with nothing in it is left out, and so is what has nothing but such (Noark 5, 6.4.5). */
export const written = ({ name, attributes, content }: Element, depth: number): string => {
  const line = (inner: string) => `${indent(depth)}${startOf(name, attributes)}${inner}</${name}>\n`;
  if (content === undefined) return `${indent(depth)}${startOf(name, attributes).slice(0, -1)}/>\n`;
  if (typeof content === "string") return content.trim() === "" ? "" : line(escaped(content));
  const inner = content.map((one) => written(one, depth + 1)).join("");
  return inner && line(`\n${inner}${indent(depth)}`);
};
