import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Language } from "#shared/domain/text.ts";
import type { Entry, Folder } from "#shared/exports/folder.ts";
import { formatOf } from "./values.ts";
import { archiveWords } from "./words.ts";

/** What a document is: the application as PDF, the same as data, the signed receipt, or what was attached. */
export type DocumentKind = "application" | "data" | "receipt" | "attachment";

/** A file in the package, and what the archive is told of it. */
export interface Document {
  /** From the folder that the package's XML lies in. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly type: string;
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

const ours: Readonly<Record<string, { readonly kind: DocumentKind; readonly type: string }>> = {
  "kvittering.pdf": { kind: "application", type: "application/pdf" },
  "innsending.json": { kind: "data", type: "application/json" },
  "kvittering.json": { kind: "receipt", type: "application/json" },
};

/** What an entry of an application's folder is to an archive: its checksums stand in the XML instead. */
const meantBy = ({ path: name, file }: Entry, language: Language) => {
  if (file) return { kind: "attachment", type: file.type, title: file.name } as const;
  const found = ours[name];
  return found && { ...found, title: archiveWords[language].kinds[found.kind] };
};

/** Names of files are our own: what people called theirs is in the titles. */
const pathOf = ({ reference, submission }: Folder, i: number, ending: string): string =>
  `DOKUMENT/${reference}/${submission}/${String(i + 1).padStart(2, "0")}${ending}`;

const endingOf = ({ path: name }: Entry): string =>
  (/\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? "").toLowerCase();

/** Writes the documents of one submission into the package. */
export const writeDocuments = async (
  packageFolder: string,
  folder: Folder,
  language: Language,
): Promise<readonly Document[]> => {
  const kept = folder.entries.flatMap((entry) => {
    const meant = meantBy(entry, language);
    return meant ? [{ entry, meant }] : [];
  });
  const documents: Document[] = [];
  for (const [i, { entry, meant }] of kept.entries()) {
    const { bytes, sha256 } = entry;
    const ending = endingOf(entry);
    const to = pathOf(folder, i, ending);
    await mkdir(path.join(packageFolder, path.dirname(to)), { recursive: true });
    await writeFile(path.join(packageFolder, to), bytes, { flag: "wx" });
    documents.push({ ...meant, path: to, format: formatOf(ending, bytes), sha256, bytes: bytes.length });
  }
  return documents;
};
