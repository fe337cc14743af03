import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { type Application, ApplicationState } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { formFor } from "#shared/form/levels.ts";
import { saveSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/documents/routes.ts";
import { readPdf } from "../pdf/reading.ts";
import { completeDraft } from "../support/answers.ts";
import { begin } from "../support/begun.ts";
import { aPerson, aSection } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let owner: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, routes);
  owner = [await signedIn(table)];
});

const address = ({ id }: Application, kind: "pdf" | "json", language = "nb") =>
  `/${language}/applications/${id}/draft.${kind}`;

/** A draft with every section saved, one of them of another level. */
const keepWhole = async (given: Partial<Application> = {}): Promise<Application> => {
  const application = await begin(table, { cluster: "Havklynga & øyane", ...given });
  const draft = { ...completeDraft("connect"), explore: { addedValue: "Skrevet for Explore" } };
  for (const [section, answers] of Object.entries(draft))
    await saveSection(table, { application, section: aSection({ section, answers, savedBy: "Kari T." }) });
  return application;
};

describe("a draft as PDF", () => {
  test("says on its first page and on every other that it is not sent, when it was taken and until when it may be", async () => {
    const application = await keepWhole();
    const told = await ask({ path: address(application, "pdf"), cookies: owner });
    expect(told.status).toBe(200);
    expect(told.headers["content-type"]).toBe("application/pdf");
    expect(told.headers["content-disposition"]).toBe(
      `attachment; filename="${application.reference}-utkast.pdf"`,
    );
    const pdf = readPdf(told.bytes);
    expect(pdf.title).toBe(`Utkast til søknad ${application.reference}, NIC Connect`);
    for (const words of [
      "Havklynga & øyane",
      "Utkast, ikke sendt. Søknaden blir ikke vurdert før den er sendt.",
      "21. juni 2024 kl. 16.00",
      "15. april 2024 kl. 09.00",
      "Eksempelklyngen SA",
    ])
      expect(pdf.text.replace(/\s+/g, " ")).toContain(words);
    expect(pdf.text).not.toContain("Skrevet for Explore");
    for (const margin of pdf.margins)
      expect(margin).toContain(`${application.reference}, NIC ConnectUtkast, ikke sendt`);
  });

  test("of an application with an extension has both deadlines and the reason, as the JSON has", async () => {
    const extension = {
      until: { kind: "moment", localTime: "2024-06-24T12:00:00", timeZone: "Europe/Oslo" } as const,
      reason: "Sykdom i ledelsen",
      grantedBy: { id: "ola", name: "Ola Saksbehandler" },
      grantedAt: instant("2024-06-20T12:00:00Z"),
    };
    const application = await keepWhole({ extension });
    const pdf = readPdf((await ask({ path: address(application, "pdf"), cookies: owner })).bytes);
    expect(pdf.text.replace(/\s+/g, " ")).toContain(
      "Frist 21. juni 2024 kl. 16.00. Utsatt til 24. juni 2024 kl. 12.00: Sykdom i ledelsen",
    );
    const { text } = await ask({ path: address(application, "json"), cookies: owner });
    expect(JSON.parse(text)).toMatchObject({
      deadline: "2024-06-24T10:00:00.000Z",
      extension: { until: extension.until, reason: "Sykdom i ledelsen" },
    });
    expect(pdf.text + text).not.toContain("Ola Saksbehandler");
  });

  test.for(languages)("speaks %s", async (language) => {
    const application = await keepWhole();
    const { language: spoken, bookmarks } = readPdf(
      (await ask({ path: address(application, "pdf", language), cookies: owner })).bytes,
    );
    expect(spoken.slice(0, 2)).toBe(language);
    const { sections } = formFor(nic2024.application, "connect");
    expect(bookmarks).toEqual(Object.values(sections).map(({ title }) => title[language]));
  });
});

test("a draft as JSON is all that is kept of it, with who saved what and when", async () => {
  const application = await keepWhole();
  const told = await ask({ path: address(application, "json"), cookies: owner });
  expect(told.headers["content-disposition"]).toBe(
    `attachment; filename="${application.reference}-utkast.json"`,
  );
  expect(told.text).toContain('\n  "reference"');
  const { applicant, connect } = completeDraft("connect");
  const saved = { revision: 1, savedAt: "2024-05-14T09:30:00.000Z", savedBy: "Kari T." };
  expect(told.json).toMatchObject({
    reference: application.reference,
    call: "nic-2024",
    level: "connect",
    state: "draft",
    deadline: "2024-06-21T14:00:00.000Z",
    formVersion: nic2024.application.version,
    sections: { applicant: { ...saved, answers: applicant }, connect: { ...saved, answers: connect } },
    notAsked: { explore: { ...saved, answers: { addedValue: "Skrevet for Explore" } } },
  });
});

test.for(ApplicationState.options)(
  "both can be had when it is %s, also after the deadline",
  async (state) => {
    const application =
      state === "submitted" ? await keepSubmitted(table) : await keepWhole({ state, submissions: 0 });
    for (const kind of ["pdf", "json"] as const) {
      const at = "2024-12-24T17:00:00.000Z";
      const told = await ask({ path: address(application, kind), cookies: owner, at });
      expect(told.status).toBe(200);
      expect(kind === "pdf" ? readPdf(told.bytes).margins.length : told.json).toBeTruthy();
    }
  },
);

test("colleagues who may only read get both", async () => {
  const application = await keepWhole();
  const reader = aPerson({ id: PersonId.parse("reader") });
  await join(table, application, reader, "read");
  const cookies = [await signedIn(table, reader)];
  for (const kind of ["pdf", "json"] as const)
    expect((await ask({ path: address(application, kind), cookies })).status).toBe(200);
});

test("nobody else gets either, and nobody at all without signing in", async () => {
  const application = await keepWhole();
  const stranger = [await signedIn(table, { id: PersonId.parse("person-2") })];
  const headers = { accept: "application/json" };
  for (const kind of ["pdf", "json"] as const) {
    const path = address(application, kind);
    expect((await ask({ path, cookies: stranger })).status).toBe(404);
    expect((await ask({ path, headers })).status).toBe(401);
  }
});
