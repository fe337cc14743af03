import { beforeEach, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import { formFor } from "#shared/form/levels.ts";
import { findReceipt } from "#shared/records/receipts.ts";
import { findSubmission, withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as documentRoutes } from "../../functions/documents/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { allIn, readPdf } from "../pdf/reading.ts";
import { kept } from "../support/begun.ts";
import { aMessage, anEvent, aPerson } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";
import { keepSent } from "./sent.ts";

const { keys } = await openTestKeys("2024-1");

let table: Table;
let ask: (request: Request) => Promise<Told>;
let owner: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, (around) => [...documentRoutes(around), ...submissionRoutes({ ...around, keys })]);
  owner = [await signedIn(table)];
});

const at = "2024-06-21T13:59:59.123Z";
const address = ({ id }: Application, rest = ".pdf", language = "nb") =>
  `/${language}/applications/${id}/receipt${rest}`;
const pdfOf = async (application: Application, language = "nb") => {
  const told = await ask({ path: address(application, ".pdf", language), cookies: owner });
  return readPdf(told.bytes);
};
const flat = (text: string) => text.replace(/\s+/g, " ");

test("says what the page says, with the answers, the digest of every attachment and the signature itself", async () => {
  const application = await keepSubmitted(table, { level: "impact", at, organisationNumber: "123456785" });
  await ask({ path: address(application, ""), cookies: owner });
  const told = await ask({ path: address(application), cookies: owner });
  expect(told.status).toBe(200);
  expect(told.headers["content-disposition"]).toBe(
    `attachment; filename="${application.reference}-kvittering.pdf"`,
  );
  const pdf = readPdf(told.bytes);
  const [receipt, submission] = await Promise.all([
    findReceipt(table, application.id, 1),
    findSubmission(table, application.id, 1),
  ]);
  const files = sentFilesIn(submission?.answers ?? {});
  expect(files.length).toBeGreaterThan(0);
  const bare = pdf.text.replace(/\s+/g, "");
  for (const words of [
    application.reference,
    "21. juni 2024 kl. 15.59.59,123 (norsk tid)",
    "21. juni 2024 kl. 16.00.00,000 (norsk tid)",
    "Eksempelklyngen SA, 123 456 785",
    "NIC Impact",
    "Signert med nøkkelen 2024-1",
    submission?.digest,
    receipt?.jws,
    "https://opptak.example/nb/verify",
    "https://opptak.example/.well-known/jwks.json",
    ...files.flatMap(({ name, sha256 }) => [name, sha256]),
  ])
    expect(bare).toContain(words?.replace(/\s+/g, ""));
});

test.for(languages)(
  "is tagged and has a name in %s, and every part of the form is there",
  async (language) => {
    const application = await keepSubmitted(table, { at });
    const pdf = await pdfOf(application, language);
    expect(pdf.language.slice(0, 2)).toBe(language);
    expect(pdf.title).toContain(application.reference);
    const { sections } = formFor(nic2024.application, "connect");
    expect(pdf.bookmarks).toEqual(
      expect.arrayContaining(Object.values(sections).map(({ title }) => title[language])),
    );
    const tags = allIn(pdf.tree).map(({ tag }) => tag);
    expect(tags.filter((tag) => tag === "H1")).toHaveLength(1);
    expect(tags).toEqual(expect.arrayContaining(["H2", "H3", "L", "LI", "Lbl", "LBody", "Table"]));
    expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
  },
);

test("before it is signed, it says that it counts already", async () => {
  const pdf = await pdfOf(await keepSubmitted(table, { at }));
  expect(flat(pdf.text)).toContain("Signaturen kommer om et øyeblikk; kvitteringen gjelder allerede");
  expect(pdf.text).not.toContain("2024-1");
});

test("says before anything else what has become of the submission, if it no longer counts", async () => {
  const application = await keepSubmitted(table, { at });
  expect(flat((await pdfOf(application)).text)).not.toMatch(/Erstattet|Trukket/);
  await keepSent(table, application);
  const first = await ask({ path: `${address(application)}?number=1`, cookies: owner });
  expect(flat(readPdf(first.bytes).text)).toContain("Erstattet av innsending 2, sendt 20. juni 2024");
  expect(flat((await pdfOf(application)).text)).not.toContain("Erstattet");
  const again = await kept(table, application);
  const event = anEvent({ what: "application-withdrawn" });
  await withdraw(table, { application: again, at: instant(at), event, message: aMessage(again) });
  expect(flat((await pdfOf(application)).text)).toContain("Trukket 21. juni 2024 kl. 15.59.");
});

test("is there for colleagues who read, and for nobody else; nor of what was never sent", async () => {
  const application = await keepSubmitted(table, { at });
  const statusOf = async (cookies: readonly string[], path = address(application)) =>
    (await ask({ path, cookies, headers: { accept: "application/json" } })).status;
  const reader = aPerson({ id: PersonId.parse("reader") });
  await join(table, application, reader, "read");
  expect(await statusOf([await signedIn(table, reader)])).toBe(200);
  expect(await statusOf([await signedIn(table, { id: PersonId.parse("person-2") })])).toBe(404);
  expect(await statusOf([])).toBe(401);
  for (const number of ["0", "2", "-1", "x", "1.5"])
    expect(await statusOf(owner, `${address(application)}?number=${number}`)).toBe(404);
  expect(await statusOf(owner, `${address(application)}?number=1`)).toBe(200);
});
