import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { bytesIn, type StoredFile } from "#shared/domain/stored-file.ts";
import { readFiles } from "#shared/records/attached-files.ts";
import { beginChange } from "#shared/records/changes.ts";
import { staffEvents } from "#shared/records/events.ts";
import { saveSection } from "#shared/records/sections.ts";
import { withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { fileRoutes } from "../../functions/draft/file-routes.ts";
import { routes } from "../../functions/draft/routes.ts";
import { routes as staffRoutes } from "../../functions/staff-console/routes.ts";
import { begin, kept as stored } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { aMessage, anApplication, anEvent, aSection } from "../support/builders.ts";
import { aPdf } from "../support/documents.ts";
import { freshTable } from "../support/dynamodb.ts";
import { aFile, anAwaitedFile } from "../support/files.ts";
import type { Request, Told } from "../support/http-event.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSent } from "./sent.ts";

const section = "attachments";
const afterDeadline = "2024-06-21T14:00:00.001Z";

let table: Table;
let s3: Awaited<ReturnType<typeof localBucket>>;
let ask: (request: Request) => Promise<Told>;
let cookies: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.stubEnv("FILES_ORIGIN", "https://files.example");
  table = await freshTable();
  s3 = await localBucket();
  ask = asking(table, ({ table, site }) => [
    ...routes({ table, register: nobody }),
    ...fileRoutes({ table, bucket: s3.bucket, siteUrl: site.url }),
  ]);
  cookies = [await signedIn(table)];
});

const drafted = async (letters: readonly StoredFile[] = []): Promise<Application> => {
  const application = await begin(table);
  if (letters.length > 0)
    await saveSection(table, { application, section: aSection({ section, answers: { letters } }) });
  return application;
};
const at = ({ id }: Application, path = "") => `/nb/applications/${id}/files${path}`;
const post = (path: string, json: unknown, more: Partial<Request> = {}) =>
  ask({ method: "POST", path, json, cookies, ...more });
const attached = async (application: Application) => (await readFiles(table, application, section)).files;

const Ticket = z.object({ id: z.uuid(), url: z.url(), fields: z.record(z.string(), z.string()) });
const declared = {
  field: "letters",
  name: "Brev.pdf",
  type: "application/pdf",
  bytes: 1000,
  sha256: createHash("sha256").update("brev").digest("hex"),
};

describe("a file is added", () => {
  test("by a script: a ticket for just this file comes back, and the file is awaited", async () => {
    const application = await drafted();
    const told = await post(at(application), declared);
    expect(told.status).toBe(201);
    const { id, fields } = Ticket.parse(told.json);
    expect(fields["key"]).toBe(`drafts/${application.id}/${id}/Brev.pdf`);
    const { field: _, ...facts } = declared;
    expect(await attached(application)).toMatchObject({ letters: [{ id, ...facts, state: "awaited" }] });
    const again = await ask({
      path: at(application, `/${id}/upload`),
      cookies,
      headers: { accept: "application/json" },
    });
    expect(Ticket.parse(again.json)).toMatchObject({ id, fields: { key: fields["key"] } });
  });

  test("without script: the browser is led to a page that posts straight to where files are kept, and back", async () => {
    const application = await drafted();
    const told = await ask({ method: "POST", path: at(application), form: { field: "letters" }, cookies });
    expect(told.status).toBe(303);
    const page = await ask({ path: told.headers["location"] ?? "", cookies });
    expect(page.status).toBe(200);
    expect(page.text).toContain('enctype="multipart/form-data"');
    const [file] = (await attached(application))["letters"] ?? [];
    expect(page.text).toContain(
      `/nb/applications/${application.id}/sections/attachments?arrived=${file?.id}`,
    );
    expect(page.headers["content-security-policy"]).toContain("form-action 'self' https://files.example");
    expect(page.headers["content-security-policy"]).toContain("connect-src 'self' https://files.example");
  });

  test("and when it has arrived, it is being checked", async () => {
    const [file, other] = [anAwaitedFile(), anAwaitedFile()];
    const application = await drafted([file, other]);
    const path = `/nb/applications/${application.id}/sections/attachments`;
    const told = await ask({ path: `${path}?arrived=${file.id}&key=x`, cookies });
    expect([told.status, told.headers["location"]]).toEqual([303, path]);
    expect((await attached(application))["letters"]?.map(({ state }) => state)).toEqual([
      "checking",
      "awaited",
    ]);
    expect((await ask({ path: at(application, `/${file.id}/upload`), cookies })).headers["location"]).toBe(
      path,
    );
    expect((await ask({ path: `${path}?arrived=nonsense`, cookies })).status).toBe(303);
  });

  test.for([
    ["an unknown field", { field: "nope" }, 422, "malformed-request"],
    ["a field that takes no files", { field: "name" }, 422, "malformed-request"],
    ["a field of another level", { field: "results" }, 422, "malformed-request"],
    ["half a declaration", { field: "letters", name: "a.pdf" }, 422, "malformed-request"],
    ["a digest that is none", { ...declared, sha256: "x" }, 422, "malformed-request"],
    ["too large a file", { ...declared, bytes: bytesIn(10) + 1 }, 422, "problems-in-answers"],
    ["another type", { ...declared, type: "image/png" }, 422, "problems-in-answers"],
  ] as const)("but not for %s", async ([, body, status, problem]) => {
    const application = await drafted();
    const told = await post(at(application), body);
    expect([told.status, told.json]).toMatchObject([status, { type: `/problems/${problem}` }]);
    expect(await attached(application)).toEqual({});
  });

  test("but not one more than there is room for, which the page says at its question", async () => {
    const application = await drafted(Array.from({ length: 30 }, () => aFile()));
    const told = await post(at(application), declared);
    expect(told.json).toMatchObject({
      problems: [
        {
          pointer: "/attachments/letters",
          code: "tooMany",
          message: "Det er plass til høyst 30. Fjern en fil først",
        },
      ],
    });
    const page = await ask({ method: "POST", path: at(application), form: { field: "letters" }, cookies });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#f-letters"');
  });

  test("but not after the deadline, nor to what is sent, nor to what is somebody else's", async () => {
    const application = await drafted();
    expect((await post(at(application), declared, { at: afterDeadline })).status).toBe(410);
    await keepSent(table, application);
    expect((await post(at(application), declared)).status).toBe(409);
    const stranger = [await signedIn(table, { id: PersonId.parse("person-2") })];
    expect((await post(at(application), declared, { cookies: stranger })).status).toBe(404);
    expect((await post(at(application), declared, { cookies: [] })).status).toBe(401);
  });
});

describe("the answers of a section of files", () => {
  const path = (application: Application) => `/nb/applications/${application.id}/sections/attachments`;
  test("are never taken from a request", async () => {
    const application = await drafted();
    const json = { revision: 0, answers: { letters: [aFile()] }, next: "section" };
    for (const method of ["PUT", "POST"])
      expect((await ask({ method, path: path(application), json, cookies })).json).toMatchObject({
        type: "/problems/malformed-request",
      });
    expect(
      (await ask({ method: "PUT", path: path(application), json: { revision: 0 }, cookies })).status,
    ).toBe(422);
    expect(await attached(application)).toEqual({});
  });

  test("tell of every file, and going on says what is wrong with any", async () => {
    const application = await drafted([anAwaitedFile({ state: "checking", name: "Brev.pdf" })]);
    const told = await ask({ path: path(application), cookies, headers: { accept: "application/json" } });
    expect(told.json).toMatchObject({ revision: 1, answers: { letters: [{ state: "checking" }] } });
    const on = { method: "POST", path: path(application), form: { revision: "1", next: "section" }, cookies };
    const page = await ask(on);
    expect(page.status).toBe(422);
    expect(page.text).toContain("Filen «Brev.pdf» kontrolleres fortsatt");
    const other = await drafted();
    const answers = { strategy: [aFile()], letters: [aFile()], anchoring: [aFile()] };
    await saveSection(table, { application: other, section: aSection({ section, answers }) });
    expect((await ask({ ...on, path: path(other) })).status).toBe(303);
  });
});

const kept = async () => {
  const id = randomUUID();
  const file = aFile({ key: `drafts/${id}/brev.pdf`, version: `v-${id}` });
  s3.put(file.key ?? "", file.version ?? "", aPdf());
  return file;
};
const send = (application: Application, file: StoredFile) =>
  keepSent(table, application, { attachments: { letters: [file] } });

describe("a file is removed", () => {
  test("and its object with it; once more is no harm", async () => {
    const [file, other] = [await kept(), await kept()];
    const application = await drafted([file, other]);
    const path = at(application, `/${file.id}/removal`);
    const told = await ask({ method: "POST", path, form: {}, cookies });
    expect(told.headers["location"]).toBe(
      `/nb/applications/${application.id}/sections/attachments?focus=letters`,
    );
    expect(await attached(application)).toEqual({ letters: [other] });
    expect(s3.versions()).toEqual([other.version]);
    expect((await post(path, {})).status).toBe(200);
  });

  test("from the draft alone when it has been sent", async () => {
    const file = await kept();
    const application = await drafted([file]);
    await send(application, file);
    expect((await post(at(application, `/${file.id}/removal`), {})).status).toBe(409);
    const sent = { ...application, state: "submitted", revision: 2, submissions: 1 } as const;
    await withdraw(table, {
      application: sent,
      at: anEvent().at,
      event: anEvent(),
      message: aMessage(anApplication()),
    });
    expect((await post(at(application, `/${file.id}/removal`), {})).status).toBe(200);
    expect(await attached(application)).toEqual({ letters: [] });
    expect(s3.versions()).toEqual([file.version]);
    expect((await ask({ path: at(application, `/${file.id}`), cookies })).status).toBe(303);
  });

  test("while what was sent is being changed: from the draft, and never the version that was sent", async () => {
    const [sent, added] = [await kept(), await kept()];
    const application = await drafted([sent]);
    await send(application, sent);
    await beginChange(table, {
      application: await stored(table, application),
      at: anEvent().at,
      event: anEvent({ what: "change-begun" }),
    });
    expect((await post(at(application), declared)).status).toBe(201);
    const { letters = [] } = await attached(application);
    await saveSection(table, {
      application,
      section: aSection({ section, answers: { letters: [...letters, added] }, revision: 3 }),
    });
    for (const { id } of [sent, added, ...letters])
      expect((await post(at(application, `/${id}/removal`), {})).status).toBe(200);
    expect(await attached(application)).toEqual({ letters: [] });
    expect(s3.versions()).toEqual([sent.version]);
    expect((await ask({ path: at(application, `/${sent.id}`), cookies })).status).toBe(303);
    expect((await ask({ path: at(application, `/${added.id}`), cookies })).status).toBe(404);
  });

  test("not after the deadline, and not by somebody else", async () => {
    const file = await kept();
    const application = await drafted([file]);
    const path = at(application, `/${file.id}/removal`);
    expect((await post(path, {}, { at: afterDeadline })).status).toBe(410);
    const stranger = [await signedIn(table, { id: PersonId.parse("person-2") })];
    expect((await post(path, {}, { cookies: stranger })).status).toBe(404);
    expect(await attached(application)).toEqual({ letters: [file] });
  });
});

describe("a file is fetched", () => {
  test("by its owner, when it is clean", async () => {
    const [clean, checking] = [aFile(), aFile({ state: "checking" })];
    const application = await drafted([clean, checking]);
    const told = await ask({ path: at(application, `/${clean.id}`), cookies });
    expect(told.status).toBe(303);
    expect(new URL(told.headers["location"] ?? "").searchParams.get("versionId")).toBe(clean.version);
    const stranger = [await signedIn(table, { id: PersonId.parse("person-2") })];
    expect((await ask({ path: at(application, `/${clean.id}`), cookies: stranger })).status).toBe(404);
    expect((await ask({ path: at(application, `/${checking.id}`), cookies })).status).toBe(404);
    expect((await ask({ path: at(application, "/nonsense"), cookies })).status).toBe(404);
  });

  test("by staff only once it is sent, and that is noted", async () => {
    const file = aFile();
    const application = await drafted([file]);
    const askStaff = asking(table, ({ table, site }) => staffRoutes(table, s3.bucket, site.url));
    const staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
    const path = `/staff/applications/${application.id}/files/${file.id}`;
    expect((await askStaff({ path, cookies: staff })).status).toBe(404);
    await send(application, file);
    expect((await askStaff({ path, cookies })).status).toBe(403);
    expect((await askStaff({ path, cookies: staff })).status).toBe(303);
    expect(await staffEvents(table, application.callId, 10)).toMatchObject([
      { what: "file-downloaded", detail: file.id, name: "Sak S. Behandler" },
    ]);
  });
});
