// The objects of a PDF file (ISO 32000-1, 7.3 and 7.5), as far as ours have them.
import { inflateSync } from "node:zlib";

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
export class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Dict = ReadonlyMap<string, Value>;
export type Value = number | boolean | null | Name | Ref | Text | readonly Value[] | Dict;

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads values one after another; what is none is a word: an operator, or `obj`. */
export class Reader {
  at = 0;
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern, "y");
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.source);
    if (found) this.at = sticky.lastIndex;
    return found;
  }

  #literal(): Text {
    let text = "";
    for (let depth = 1; ; this.at += 1) {
      const character = this.source[this.at] ?? "";
      if (character === "\\") {
        this.at += 1;
        const escaped = this.source[this.at] ?? "";
        text += escapes[escaped] ?? escaped;
      } else {
        depth += character === "(" ? 1 : character === ")" ? -1 : 0;
        if (depth === 0 || character === "") break;
        text += character;
      }
    }
    this.at += 1;
    const bytes = Buffer.from(text, "latin1");
    return new Text(text.startsWith("\xfe\xff") ? bytes.swap16().toString("utf16le", 2) : text);
  }

  #all(end: RegExp): Value[] {
    const values: Value[] = [];
    while (!this.#match(end)) {
      const value = this.next();
      if (typeof value === "string" || value === undefined) throw new Error(`No value at ${this.at}`);
      values.push(value);
    }
    return values;
  }

  /** A value, a word, or nothing when there is no more. */
  next(): Value | string | undefined {
    this.#match(/[\s\0]+/);
    if (this.#match(/<</)) {
      const values = this.#all(/\s*>>/);
      const pairs = values.flatMap((key, i): [string, Value][] =>
        i % 2 === 0 && key instanceof Name ? [[key.name, values[i + 1] ?? null]] : [],
      );
      return new Map(pairs);
    }
    if (this.#match(/\[/)) return this.#all(/\s*\]/);
    if (this.#match(/\(/)) return this.#literal();
    const hex = this.#match(/<([0-9a-fA-F\s]*)>/);
    if (hex) return new Text(Buffer.from((hex[1] ?? "").replace(/\s/g, ""), "hex").toString("latin1"));
    const name = this.#match(/\/([^\s<>[\]()/]*)/);
    if (name) return new Name(name[1] ?? "");
    const ref = this.#match(/(\d+) 0 R/);
    if (ref) return new Ref(Number(ref[1]));
    const number = this.#match(/[+-]?\d*\.?\d+(?:e-?\d+)?/);
    if (number) return Number(number[0]);
    const [word] = this.#match(/[^\s<>[\]()/]+/) ?? [];
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : word;
  }
}

export interface Stored {
  readonly value: Value;
  readonly stream: string;
}

/** All objects by their number, found by the table at the end of the file. */
export const objectsIn = (bytes: Uint8Array): ReadonlyMap<number, Stored> => {
  const source = Buffer.from(bytes).toString("latin1");
  const [, table = ""] = /\nxref\n0 \d+\n([\s\S]*?)trailer/.exec(source) ?? [];
  const offsets = table
    .trim()
    .split(/\r?\n/)
    .map((line) => Number(line.slice(0, 10)));
  return new Map(
    offsets.slice(1).map((offset, i) => {
      const reader = new Reader(source);
      reader.at = offset;
      for (const expected of [i + 1, 0, "obj"])
        if (reader.next() !== expected) throw new Error(`Object ${i + 1} is not where it should be`);
      const value = reader.next();
      if (typeof value === "string" || value === undefined) throw new Error(`Object ${i + 1} is nothing`);
      return [i + 1, { value, stream: streamAfter(value, source, reader.at) }];
    }),
  );
};

const streamAfter = (value: Value, source: string, at: number): string => {
  if (!(value instanceof Map) || !source.startsWith("\nstream\n", at)) return "";
  const length = value.get("Length");
  const raw = Buffer.from(source.slice(at + 8, at + 8 + Number(length)), "latin1");
  return value.has("Filter") ? inflateSync(raw).toString("latin1") : raw.toString("latin1");
};
