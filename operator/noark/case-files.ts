import path from "node:path";
import { type Around, folderOf, NotAsSent } from "#shared/exports/folder.ts";
import { lookIn } from "#shared/form/conditions.ts";
import { historyOf } from "#shared/records/history.ts";
import { archiveElements, partElements, rootOf } from "./archive.ts";
import type { Case, HandOver, Post } from "./cases.ts";
import { type Change, changesIn } from "./changes.ts";
import { writeDocuments } from "./documents.ts";
import { caseElement, caseId, type HandedOver } from "./structure.ts";
import { dateTime } from "./values.ts";
import { archiveWords } from "./words.ts";
import { type Element, element, texts } from "./xml.ts";
import { openXml } from "./xml-file.ts";

export interface Making {
  readonly around: Around;
  readonly over: HandOver;
  /** Where the answers say what the applicant wants kept from the public. */
  readonly secrets: string | undefined;
  /** The package. */
  readonly inside: string;
}

/** Of one submission: what is in the package now, or why it is not. */
type Posted = { readonly expected: number } & ({ readonly handed: HandedOver } | { readonly fault: string });

/** Its checksums are in the XML, so the file of them is no document. */
const documentsOf = ({ expected }: { readonly expected: number }): number => expected - 1;

const handOver = async ({ around, over, secrets, inside }: Making, of: Case, post: Post): Promise<Posted> => {
  const which = { id: of.application.id, number: post.number };
  try {
    const folder = await folderOf(around, over, which);
    const { answers, receiptTo } = folder.sent.submission;
    const said = secrets === undefined ? undefined : lookIn(answers)(secrets);
    const documents = await writeDocuments(inside, folder, over.language);
    return {
      handed: { post, documents, receiptTo, secrets: typeof said === "string" ? said.trim() : "" },
      expected: documentsOf(folder),
    };
  } catch (error) {
    if (!(error instanceof NotAsSent)) throw error;
    const fault = `Application ${which.id}, submission ${which.number}: ${error.message}.`;
    return { fault, expected: documentsOf(error) };
  }
};

const changeElement = ({ over }: Making, of: Case, { what, at, by, before, after }: Change): Element =>
  element(
    "endring",
    texts({
      referanseArkivenhet: caseId(of),
      referanseMetadata: what,
      endretDato: dateTime(at, over.call.timeZone),
      endretAv: by,
      tidligereVerdi: before,
      nyVerdi: after,
    }),
  );

/** One application: its documents are in the package, and its XML is ready to be written. */
const makeCase = async (making: Making, of: Case) => {
  const { around, over } = making;
  const history = await historyOf(around.table, of.application.id);
  const told = changesIn(history, { at: over.at, words: archiveWords[over.language] });
  const posted: Posted[] = [];
  for (const post of of.posts) posted.push(await handOver(making, of, post));
  const handed = posted.flatMap((one) => ("handed" in one ? [one.handed] : []));
  return {
    mappe: caseElement(over, of, { told, handed }),
    endringer: told.changes.map((change) => changeElement(making, of, change)),
    expected: posted.reduce((sum, { expected }) => sum + expected, 0),
    documents: handed.reduce((sum, { documents }) => sum + documents.length, 0),
    posts: handed.length,
    faults: posted.flatMap((one) => ("fault" in one ? [one.fault] : [])),
  };
};

/** Writes every document, arkivstruktur.xml and endringslogg.xml, one application after the other. */
export const writeCases = async (making: Making, cases: readonly Case[], tell: () => void) => {
  const structure = await openXml(path.join(making.inside, "arkivstruktur.xml"));
  const log = await openXml(path.join(making.inside, "endringslogg.xml"));
  await structure.begin("arkiv", rootOf("arkivstruktur"));
  await structure.add(archiveElements(making.over));
  await structure.begin("arkivdel");
  await structure.add(partElements(making.over));
  await log.begin("endringslogg", rootOf("endringslogg"));
  const done = { cases: 0, posts: 0, documents: 0, expected: 0, changes: 0 };
  const faults: string[] = [];
  for (const of of cases) {
    const { mappe, endringer, ...made } = await makeCase(making, of);
    await structure.add([mappe]);
    await log.add(endringer);
    done.cases += 1;
    done.posts += made.posts;
    done.documents += made.documents;
    done.expected += made.expected;
    done.changes += endringer.length;
    faults.push(...made.faults);
    tell();
  }
  return { ...done, faults, structure: await structure.close(), log: await log.close() };
};
