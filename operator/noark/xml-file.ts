import { createHash } from "node:crypto";
import { appendFile, writeFile } from "node:fs/promises";
import { type Attributes, type Element, indent, startOf, written } from "./xml.ts";

/** A file of XML that is written from its beginning to its end, and is never in memory as a whole. */
export interface XmlFile {
  /** Begins an element that what comes next is in. */
  readonly begin: (name: string, attributes?: Attributes) => Promise<void>;
  readonly add: (elements: readonly Element[]) => Promise<void>;
  /** Ends what was begun last. */
  readonly end: () => Promise<void>;
  /** Ends all that was begun, and gives the SHA-256 of the file. */
  readonly close: () => Promise<string>;
}

export const openXml = async (path: string): Promise<XmlFile> => {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const hash = createHash("sha256").update(declaration);
  const begun: string[] = [];
  const put = async (text: string): Promise<void> => {
    hash.update(text);
    await appendFile(path, text);
  };
  const end = async (): Promise<void> => {
    const name = begun.pop();
    if (name) await put(`${indent(begun.length)}</${name}>\n`);
  };
  await writeFile(path, declaration, { flag: "wx" });
  return {
    begin: async (name, attributes = {}) => {
      await put(`${indent(begun.length)}${startOf(name, attributes)}\n`);
      begun.push(name);
    },
    add: (elements) => put(elements.map((one) => written(one, begun.length)).join("")),
    end,
    close: async () => {
      while (begun.length > 0) await end();
      return hash.digest("hex");
    },
  };
};

/** Writes a small document at once, and gives its SHA-256. */
export const writeXml = async (
  path: string,
  { name, attributes, content }: Omit<Element, "content"> & { readonly content: readonly Element[] },
): Promise<string> => {
  const file = await openXml(path);
  await file.begin(name, attributes);
  await file.add(content);
  return file.close();
};
