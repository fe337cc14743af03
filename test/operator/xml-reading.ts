// A reader of XML as strict as a hand-over's XML should be read: no text beside elements, no entity but our own.

export interface Read {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Read[];
  readonly text: string;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const unescaped = (text: string): string => {
  if (/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text)) throw new Error(`Not escaped: ${text}`);
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name = "") =>
    code ? String.fromCodePoint(Number(code)) : (named[name] ?? ""),
  );
};

const attributesIn = (text: string): Readonly<Record<string, string>> => {
  const pairs = [...text.matchAll(/ ([\w:]+)="([^"]*)"/g)];
  if (pairs.map(([whole]) => whole).join("") !== text) throw new Error(`Not attributes: ${text}`);
  return Object.fromEntries(pairs.map(([, name, value = ""]) => [name, unescaped(value)]));
};

const token = /<\/([\w:]+)>|<([\w:]+)((?: [\w:]+="[^"]*")*)(\/?)>|([^<]+)/y;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Read[];
  text: string;
}

const closed = ({ text, ...open }: Open): Read => {
  if (open.children.length > 0 && text.trim() !== "") throw new Error(`Text beside elements in ${open.name}`);
  return { ...open, text: open.children.length > 0 ? "" : unescaped(text) };
};

/** What a document says; throws when it is not well-formed. */
export const readXml = (document: string): Read => {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error("There is no declaration");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(document) || !document.isWellFormed())
    throw new Error("There is a character that XML has not");
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  token.lastIndex = declaration.length;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const [whole, end, start, attributes = "", isPointer, text] = token.exec(document) ?? [];
    if (whole === undefined) throw new Error(`Not XML at ${at}: ${document.slice(at, at + 40)}`);
    const inside = open.at(-1) ?? root;
    if (text !== undefined) inside.text += text;
    if (start !== undefined)
      open.push({ name: start, attributes: attributesIn(attributes), children: [], text: "" });
    if (end !== undefined || isPointer) {
      const last = open.pop();
      if (!last || (end !== undefined && last.name !== end)) throw new Error(`${end} ends what is not begun`);
      (open.at(-1) ?? root).children.push(closed(last));
    }
  }
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || open.length > 1 || root.text.trim()) throw new Error("Not one element");
  return only;
};

/** All elements of a name, at any depth, in their order. */
export const all = (name: string, { children }: Read): readonly Read[] =>
  children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(name, child)]);

/** The text of the first element of a name. */
export const textOf = (name: string, read: Read | undefined): string | undefined =>
  read && all(name, read)[0]?.text;
