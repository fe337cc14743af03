// A PDF as somebody reads it who cannot see it: what its structure tree says, in its order, and what the pages hold besides.
import { type Dict, Name, objectsIn, Reader, Ref, type Stored, Text, type Value } from "./objects.ts";

/** An element of the structure tree with what it says itself and what is in it. */
export interface Element {
  readonly tag: string;
  readonly text: string;
  readonly scope: string | undefined;
  readonly children: readonly Element[];
}

export interface ReadPdf {
  readonly tree: Element;
  /** All that is tagged, in the order of the pages. */
  readonly text: string;
  /** What is an artifact, page by page. */
  readonly margins: readonly string[];
  readonly bookmarks: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly metadata: string;
  readonly fontsEmbedded: boolean;
}

type Objects = ReadonlyMap<number, Stored>;

const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
const textOf = (value: Value | undefined): string => (value instanceof Text ? value.text : "");
const nameOf = (value: Value | undefined): string => (value instanceof Name ? value.name : "");

const see = (objects: Objects, value: Value | undefined): Value | undefined =>
  value instanceof Ref ? objects.get(value.id)?.value : value;
const dictAt = (objects: Objects, value: Value | undefined): Dict => {
  const seen = see(objects, value);
  return isDict(seen) ? seen : new Map();
};
const listAt = (objects: Objects, value: Value | undefined): readonly Value[] => {
  const seen = see(objects, value);
  if (isList(seen)) return seen;
  return seen === undefined || seen === null ? [] : [seen];
};

const streamAt = (objects: Objects, value: Value | undefined): string =>
  value instanceof Ref ? (objects.get(value.id)?.stream ?? "") : "";

/** What each two-byte code of a font means. */
const meanings = (objects: Objects, font: Value | undefined): ReadonlyMap<number, string> => {
  const stream = streamAt(objects, dictAt(objects, font).get("ToUnicode"));
  const found = new Map<number, string>();
  for (const [, from = "", list = ""] of stream.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const words = [...list.matchAll(/<([^>]*)>/g)].map(([, hex = ""]) => hex.replace(/\s/g, ""));
    words.forEach((hex, i) => {
      found.set(Number.parseInt(from, 16) + i, Buffer.from(hex, "hex").swap16().toString("utf16le"));
    });
  }
  return found;
};

const shown = (value: Value | undefined, meaning: ReadonlyMap<number, string>): string =>
  listAt(new Map(), value)
    .map(textOf)
    .flatMap((codes) => codes.match(/[\s\S]{2}/g) ?? [])
    .map((code) => meaning.get(code.charCodeAt(0) * 256 + code.charCodeAt(1)) ?? "\ufffd")
    .join("");

interface Mark {
  readonly id: number | undefined;
  readonly isArtifact: boolean;
  readonly actual: string | undefined;
}

interface PageText {
  readonly byMark: Map<number, string>;
  artifacts: string;
  tagged: string;
}

const readPage = (objects: Objects, page: Dict): PageText => {
  const fonts = dictAt(objects, dictAt(objects, page.get("Resources")).get("Font"));
  const reader = new Reader(streamAt(objects, page.get("Contents")));
  const text: PageText = { byMark: new Map(), artifacts: "", tagged: "" };
  const marks: Mark[] = [];
  let meaning: ReadonlyMap<number, string> = new Map();
  let operands: Value[] = [];
  const tell = (words: string) => {
    const mark = marks.findLast(({ id, isArtifact }) => id !== undefined || isArtifact);
    if (mark?.isArtifact) text.artifacts += words;
    else if (mark?.id === undefined) throw new Error(`Text that is nothing: ${words}`);
    else {
      text.tagged += words;
      text.byMark.set(mark.id, (text.byMark.get(mark.id) ?? "") + words);
    }
  };
  const begin = () => {
    const [tag, properties] = operands;
    const given = isDict(properties) ? properties : new Map<string, Value>();
    const id = given.get("MCID");
    const actual = given.has("ActualText") ? textOf(given.get("ActualText")) : undefined;
    marks.push({
      id: typeof id === "number" ? id : undefined,
      isArtifact: nameOf(tag) === "Artifact",
      actual,
    });
    if (actual !== undefined) tell(actual);
  };
  for (let one = reader.next(); one !== undefined; one = reader.next()) {
    if (typeof one !== "string") {
      operands.push(one);
      continue;
    }
    if (one === "BDC" || one === "BMC") begin();
    if (one === "EMC") marks.pop();
    if (one === "Tf") meaning = meanings(objects, fonts.get(nameOf(operands[0])));
    if (one === "TJ" && !marks.some(({ actual }) => actual !== undefined)) tell(shown(operands[0], meaning));
    operands = [];
  }
  return text;
};

const bookmarksIn = (objects: Objects, root: Dict): string[] => {
  const titles: string[] = [];
  let item = dictAt(objects, root.get("Outlines")).get("First");
  while (item !== undefined) {
    const dict = dictAt(objects, item);
    titles.push(textOf(dict.get("Title")));
    item = dict.get("Next");
  }
  return titles;
};

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const objects = objectsIn(bytes);
  const dicts = [...objects.values()].flatMap(({ value }) => (isDict(value) ? [value] : []));
  const root = dicts.find((dict) => nameOf(dict.get("Type")) === "Catalog") ?? new Map<string, Value>();
  const pageRefs = listAt(objects, dictAt(objects, root.get("Pages")).get("Kids"));
  const pages = new Map(
    pageRefs.flatMap((ref) =>
      ref instanceof Ref ? [[ref.id, readPage(objects, dictAt(objects, ref))]] : [],
    ),
  );
  const elementAt = (value: Value): Element => {
    const dict = dictAt(objects, value);
    const own = dict.get("Pg");
    const says = (page: Value | undefined, mark: Value | undefined) =>
      (page instanceof Ref ? pages.get(page.id)?.byMark.get(Number(mark)) : undefined) ?? "";
    const kids = listAt(objects, dict.get("K"));
    return {
      tag: nameOf(dict.get("S")),
      scope: nameOf(dictAt(objects, dict.get("A")).get("Scope")) || undefined,
      text: kids
        .map((kid) => {
          if (typeof kid === "number") return says(own, kid);
          return isDict(kid) ? says(kid.get("Pg"), kid.get("MCID")) : "";
        })
        .join(""),
      children: kids.filter((kid) => kid instanceof Ref).map(elementAt),
    };
  };
  const [top] = listAt(objects, dictAt(objects, root.get("StructTreeRoot")).get("K"));
  const info = dicts.find((dict) => dict.has("CreationDate"));
  const descriptors = dicts.filter((dict) => nameOf(dict.get("Type")) === "FontDescriptor");
  return {
    tree: elementAt(top ?? null),
    text: [...pages.values()].map(({ tagged }) => tagged).join("\n"),
    margins: [...pages.values()].map(({ artifacts }) => artifacts),
    bookmarks: bookmarksIn(objects, root),
    title: textOf(see(objects, info?.get("Title"))),
    language: textOf(root.get("Lang")),
    metadata: streamAt(objects, root.get("Metadata")),
    fontsEmbedded: descriptors.length > 0 && descriptors.every((dict) => dict.has("FontFile2")),
  };
};

/** An element and all that is in it, each before what it holds. */
export const allIn = (element: Element): Element[] => [element, ...element.children.flatMap(allIn)];
