import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application, Submission } from "#shared/domain/application.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import type { Language } from "#shared/domain/text.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import { sentSummary } from "#shared/form/sent-summary.ts";
import type { Part } from "#shared/form/summary.ts";
import { showBytes } from "#shared/form/values.ts";
import type { Printed } from "#shared/pdf/printed.ts";
import { keyIn } from "#shared/signing/key-in.ts";
import { receiptFacts } from "#web/receipt-facts.ts";
import { standingText } from "#web/standing-text.ts";
import { receiptWords } from "#web/words/receipt.ts";
import { sendingWords } from "#web/words/sending.ts";
import { frameOf, type Reader } from "./frame.ts";

/** A submission with its receipt, signed or not. */
export interface Sent {
  readonly application: Application;
  /** With the deadlines that hold for it. */
  readonly definition: CallDefinition;
  readonly submission: Submission;
  readonly receipt: Receipt;
  readonly jws?: string | undefined;
}

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

const howToVerify = ({ jws }: Sent, siteUrl: string, language: Language): Part => {
  const words = receiptWords[language];
  return texts("verifying", words.how, [
    [words.online, words.onlineHow(`${siteUrl}/${language}/verify`)],
    [words.alone, words.aloneHow(`${siteUrl}/.well-known/jwks.json`)],
    [words.facts.signature, jws ?? words.unsigned],
  ]);
};

/** What is known of the submission just now, before what the receipt itself says. */
const noticeOf = ({ application, definition, submission: { number } }: Sent, language: Language) => {
  const { vouches } = receiptWords[language];
  if (number === countingSubmission(application)) return vouches;
  return `${standingText({ call: definition.call, application, number }, language)} ${vouches}`;
};

/** What the receipt page shows, to keep and to show to others. */
export const printedReceipt = (reader: Reader, sent: Sent, siteUrl: string): Printed => {
  const { language } = reader;
  const { definition, submission, receipt, jws } = sent;
  const { call, application: form } = definition;
  const words = receiptWords[language];
  const level = call.levels[receipt.level].name[language];
  const signedBy = jws && keyIn(jws);
  return {
    ...frameOf(reader, call),
    name: words.name(receipt.reference, receipt.number),
    title: words.title(receipt.reference),
    notice: noticeOf(sent, language),
    facts: receiptFacts({ receipt, signedBy, language }).map(({ label, value }) => [label, value] as const),
    parts: [
      ...sentSummary(form, submission, language),
      ...attachments(submission, language),
      howToVerify(sent, siteUrl, language),
    ],
    header: [`${receipt.reference}, ${level}`, sendingWords[language].receiptTitle],
  };
};
