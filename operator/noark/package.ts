import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { progress } from "../source.ts";
import { rootOf } from "./archive.ts";
import { type Making, writeCases } from "./case-files.ts";
import { type Case, casesOf } from "./cases.ts";
import { type Counts, extract, type Part } from "./extract.ts";
import { info } from "./info.ts";
import { type Journal, journalEntry, journalHead, journalled, journals } from "./journals.ts";
import { copySchemas, type Schemas, schemasOf } from "./schemas.ts";
import { readSent } from "./sent.ts";
import { openXml, writeXml } from "./xml-file.ts";

export interface Outcome {
  readonly expected: Counts;
  readonly written: Counts;
  /** What is not there as it was sent, by ids. */
  readonly faults: readonly string[];
  /** SHA-256 of arkivuttrekk.xml, which holds those of the others. */
  readonly sha256: string;
}

const writeJournal = async (
  { over, inside }: Making,
  journal: Journal,
  cases: readonly Case[],
): Promise<string> => {
  const all = journalled(cases);
  const file = await openXml(path.join(inside, `${journal}.xml`));
  await file.begin(journal, rootOf(journal));
  await file.add([journalHead(over, all.length)]);
  for (const { of, post } of all) await file.add([journalEntry(over, journal, of, post)]);
  return file.close();
};

const partWith =
  (schemas: Schemas) =>
  (name: Exclude<keyof typeof schemasOf, "addml">, sha256: string, counts: Part["counts"]): Part => ({
    ...{ name, sha256, counts },
    schemas: schemasOf[name].flatMap((schema) => {
      const digest = schemas.get(schema);
      return digest === undefined ? [] : [{ name: `${schema}.xsd`, sha256: digest }];
    }),
  });

const describe = async (folder: string, { over, inside }: Making, parts: readonly Part[], counts: Counts) => {
  const file = path.join(inside, "arkivuttrekk.xml");
  const sha256 = await writeXml(file, extract(over, parts, counts));
  const { size } = await stat(file);
  await writeXml(path.join(folder, "info.xml"), info(over, { sha256, bytes: size }));
  return sha256;
};

const countPosts = (cases: readonly Case[]): number =>
  cases.reduce((sum, { posts }) => sum + posts.length, 0);

/** Writes the package for all that was sent to a call, with `info.xml` beside it, into a folder that is there and empty. */
export const writePackage = async (
  folder: string,
  given: Omit<Making, "inside">,
  schemaFolder: string | undefined,
): Promise<Outcome> => {
  const making = { ...given, inside: path.join(folder, "avleveringspakke") };
  const { over, around } = given;
  const cases = casesOf(over, await readSent(around.table, over));
  await mkdir(making.inside);
  const partOf = partWith(await copySchemas(schemaFolder, making.inside));
  const shown = progress(cases.length, "applications written");
  const done = await writeCases(making, cases, () => shown.add(1));
  shown.end();
  const posts = countPosts(cases);
  const parts = [
    partOf("arkivstruktur", done.structure, { mappe: done.cases, registrering: done.posts }),
    partOf("endringslogg", done.log, { endring: done.changes }),
  ];
  for (const journal of journals)
    parts.push(partOf(journal, await writeJournal(making, journal, cases), { journalregistrering: posts }));
  const written = { cases: done.cases, posts: done.posts, documents: done.documents };
  const expected = { cases: cases.length, posts, documents: done.expected };
  if (done.faults.length === 0 && written.documents !== expected.documents)
    throw new Error(`Of ${expected.documents} files to hand over there are ${written.documents}`);
  return {
    expected,
    ...{ written, faults: done.faults },
    sha256: await describe(folder, making, parts, written),
  };
};
