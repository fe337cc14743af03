import { copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "#shared/domain/digest.ts";
import { CannotRead } from "../source.ts";

/** Which of Arkivverket's schemas each XML file is written by, its own first. */
export const schemasOf = {
  addml: ["addml"],
  arkivstruktur: ["arkivstruktur", "metadatakatalog"],
  endringslogg: ["endringslogg", "metadatakatalog"],
  loependeJournal: ["loependeJournal", "metadatakatalog"],
  offentligJournal: ["offentligJournal", "metadatakatalog"],
} as const;

export type Schemas = ReadonlyMap<string, string>;

/** Copies Arkivverket's schemas into the package, and gives the SHA-256 of each. Without a folder of them there are none. */
export const copySchemas = async (from: string | undefined, to: string): Promise<Schemas> => {
  const found = new Map<string, string>();
  if (from === undefined) return found;
  for (const name of new Set<string>(Object.values(schemasOf).flat())) {
    const file = path.join(from, `${name}.xsd`);
    const bytes = await readFile(file).catch(() => {
      throw new CannotRead(`The schema ${file} cannot be read.`);
    });
    await copyFile(file, path.join(to, `${name}.xsd`));
    found.set(name, sha256(bytes));
  }
  return found;
};
