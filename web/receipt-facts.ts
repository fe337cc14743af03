import { findCall } from "#shared/calls/index.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { Language } from "#shared/domain/text.ts";
import { readZoned } from "#shared/domain/time.ts";
import { showExactly } from "#shared/form/moments.ts";
import { showOrgNumber } from "#shared/form/values.ts";
import { receiptWords } from "./words/receipt.ts";

export interface OfReceipt {
  readonly receipt: Receipt;
  /** The name of the key, when it is signed. */
  readonly signedBy: string | undefined;
  readonly language: Language;
}

const inOrder = [
  "reference",
  "receivedAt",
  "deadline",
  "call",
  "level",
  "applicant",
  "number",
  "formVersion",
  "digest",
  "signature",
] as const;
export type Name = (typeof inOrder)[number];

const moment = (zoned: string, language: Language): string => {
  const { at, timeZone } = readZoned(zoned);
  return showExactly(at, timeZone, language);
};

const valuesOf = ({ receipt, signedBy, language }: OfReceipt): Readonly<Record<Name, string>> => {
  const words = receiptWords[language];
  const call = findCall(receipt.call)?.call;
  const { organisation, organisationNumber } = receipt.applicant;
  return {
    reference: receipt.reference,
    receivedAt: moment(receipt.receivedAt, language),
    deadline: moment(receipt.deadline, language),
    call: call?.title[language] ?? receipt.call,
    level: call?.levels[receipt.level].name[language] ?? receipt.level,
    applicant: [organisation, showOrgNumber(organisationNumber)].filter(Boolean).join(", "),
    number: String(receipt.number),
    formVersion: String(receipt.formVersion),
    digest: receipt.digest,
    signature: signedBy === undefined ? words.unsigned : words.signed(signedBy),
  };
};

/** All that a receipt says, in one order and in the same words wherever it is shown. */
export const receiptFacts = (of: OfReceipt) => {
  const values = valuesOf(of);
  return inOrder
    .map((name) => ({ name, label: receiptWords[of.language].facts[name], value: values[name] }))
    .filter(({ value }) => value !== "");
};
