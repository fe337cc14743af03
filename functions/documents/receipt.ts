import type { Submission } from "#shared/domain/application.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import type { Language } from "#shared/domain/text.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import { sentSummary } from "#shared/form/sent-summary.ts";
import type { Part } from "#shared/form/summary.ts";
import { showBytes } from "#shared/form/values.ts";
import type { SignedIn, Site } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { type Printed, writePdf } from "#shared/pdf/printed.ts";
import { type OwnSubmission, openSubmission } from "#shared/records/own-submission.ts";
import type { KeptReceipt } from "#shared/records/receipts.ts";
import type { Table } from "#shared/records/table.ts";
import { keyIn } from "#shared/signing/key-in.ts";
import { receiptFacts } from "#web/receipt-facts.tsx";
import { standingText } from "#web/submissions.tsx";
import { receiptWords } from "#web/words/receipt.ts";
import { sendingWords } from "#web/words/sending.ts";
import { frameOf } from "./frame.ts";

type Sent = OwnSubmission & KeptReceipt;

const findSent = async (asked: SignedIn, table: Table): Promise<Sent | undefined> => {
  const person = asked.person.id;
  const opened = await openSubmission(table, {
    id: asked.params["id"],
    person,
    number: asked.query["number"],
  });
  const number = opened?.submission.number;
  const kept = opened?.receipts.find(({ receipt }) => receipt.number === number);
  return opened && kept && { ...opened, ...kept };
};

/** A part of texts, each with what it is about above it. */
const texts = (key: string, title: string, said: readonly (readonly [string, string])[]): Part => ({
  key,
  title,
  lines: said.map(([label, text], i) => ({ path: `${key}.${i}`, label, value: { as: "text", text } })),
});

const attachments = ({ answers }: Submission, language: Language): Part[] => {
  const words = receiptWords[language];
  const files = sentFilesIn(answers);
  if (files.length === 0) return [];
  const said = files.map(
    ({ name, bytes, sha256 }) => [name, words.attachment(showBytes(bytes, language), sha256)] as const,
  );
  return [texts("attachments", words.attachments, said)];
};

const howToVerify = ({ jws }: Sent, { url }: Site, language: Language): Part => {
  const words = receiptWords[language];
  return texts("verifying", words.how, [
    [words.online, words.onlineHow(`${url}/${language}/verify`)],
    [words.alone, words.aloneHow(`${url}/.well-known/jwks.json`)],
    [words.facts.signature, jws ?? words.unsigned],
  ]);
};

/** What is known of the submission just now, before what the receipt itself says. */
const noticeOf = ({ own: { application, definition }, submission: { number } }: Sent, language: Language) => {
  const { vouches } = receiptWords[language];
  if (number === countingSubmission(application)) return vouches;
  return `${standingText({ call: definition.call, application, number }, language)} ${vouches}`;
};

/** What the receipt page shows, to keep and to show to others. */
const printedReceipt = (asked: SignedIn, sent: Sent, site: Site): Printed => {
  const { language } = asked;
  const { own, submission, receipt, jws } = sent;
  const { call, application: form } = own.definition;
  const words = receiptWords[language];
  const level = call.levels[receipt.level].name[language];
  const signedBy = jws && keyIn(jws);
  return {
    ...frameOf(asked, call),
    name: words.name(receipt.reference, receipt.number),
    title: words.title(receipt.reference),
    notice: noticeOf(sent, language),
    facts: receiptFacts({ receipt, signedBy, language }).map(({ label, value }) => [label, value] as const),
    parts: [
      ...sentSummary(form, submission, language),
      ...attachments(submission, language),
      howToVerify(sent, site, language),
    ],
    header: [`${receipt.reference}, ${level}`, sendingWords[language].receiptTitle],
  };
};

/** The receipt as it is kept: signed or not, since the signature is another function's to make. */
export const downloadReceiptPdf = async (asked: SignedIn, table: Table, site: Site): Promise<Answer> => {
  const sent = await findSent(asked, table);
  if (!sent) return { reason: "not-found" };
  return {
    bytes: await writePdf(printedReceipt(asked, sent, site)),
    type: "application/pdf",
    name: `${sent.receipt.reference}-kvittering.pdf`,
  };
};
