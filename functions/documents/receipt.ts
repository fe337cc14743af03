import { printedReceipt, type Sent } from "#shared/documents/printed-receipt.ts";
import type { SignedIn, Site } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { writePdf } from "#shared/pdf/printed.ts";
import { openSubmission } from "#shared/records/own-submission.ts";
import type { Table } from "#shared/records/table.ts";

const findSent = async (asked: SignedIn, table: Table): Promise<Sent | undefined> => {
  const person = asked.person.id;
  const opened = await openSubmission(table, {
    id: asked.params["id"],
    person,
    number: asked.query["number"],
  });
  const number = opened?.submission.number;
  const kept = opened?.receipts.find(({ receipt }) => receipt.number === number);
  return opened && kept && { ...opened.own, submission: opened.submission, ...kept };
};

/** The receipt as it is kept: signed or not, since the signature is another function's to make. */
export const downloadReceiptPdf = async (asked: SignedIn, table: Table, site: Site): Promise<Answer> => {
  const sent = await findSent(asked, table);
  if (!sent) return { reason: "not-found" };
  return {
    bytes: await writePdf(printedReceipt(asked, sent, site.url)),
    type: "application/pdf",
    name: `${sent.receipt.reference}-kvittering.pdf`,
  };
};
