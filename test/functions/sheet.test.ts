import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { members as members2024 } from "#shared/calls/nic-2024/sections/members.ts";
import type { Application } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { languages } from "#shared/domain/text.ts";
import { sheetColumns } from "#shared/form/sheet-columns.ts";
import { readOrgNumber } from "#shared/form/values.ts";
import { readSection, saveSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { readFile } from "#shared/spreadsheets/read-file.ts";
import { toXlsx } from "#shared/spreadsheets/write.ts";
import { routes } from "../../functions/draft/routes.ts";
import { routes as exportRoutes } from "../../functions/export/routes.ts";
import { localBucket } from "../support/bucket.ts";
import { aSection } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { nobody } from "../support/register.ts";
import { answersTo } from "../web/sample-answers.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let cookies: readonly string[];
let application: Application;
let path: string;
const strangerId = PersonId.parse("person-2");
const origin = { origin: "https://opptak.example" };

beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table }) => routes({ table, register: nobody }));
  cookies = [await signedIn(table)];
  application = await keepDraft(table);
  path = `/nb/applications/${application.id}/sections/members/rows/list`;
});

const section = () => `/nb/applications/${application.id}/sections/members`;
const Row = z.looseObject({ id: z.string(), name: z.string() });
const members = async () => {
  const saved = await readSection(table, application.id, "members");
  return { revision: saved?.revision ?? 0, rows: z.array(Row).parse(saved?.answers["list"] ?? []) };
};
const group = members2024.fields.list;
const columns = sheetColumns(group, "nb");

/** Organisation numbers that are valid, each its own. */
const numbers = Array.from({ length: 250 }, (_, i) =>
  Array.from({ length: 10 }, (_, digit) => readOrgNumber(`${81_000_000 + i * 11}${digit}`)).find(Boolean),
).flatMap((number) => number ?? []);

/** A row with every column filled in as it may be, but for the name and the number. */
const rowOf = (name: string, number: string): string[] => {
  const answers = { ...answersTo(group.fields), name, organisationNumber: number };
  return columns.map(({ key }) => String(Object.entries(answers).find(([at]) => at === key)?.[1] ?? ""));
};
const heading = columns.map((column) => column.heading);
const sheetOf = (count: number) => [
  heading,
  ...numbers.slice(0, count).map((number, i) => rowOf(`Bedrift ${i + 1}`, number)),
];
const [listed = ""] = numbers.slice(-1);
const keepMembers = async (names: readonly string[]) => {
  const list = names.map((name, i) => ({ id: `m${i}`, name, organisationNumber: i === 0 ? listed : "" }));
  await saveSection(table, { application, section: aSection({ section: "members", answers: { list } }) });
};
const asText = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\r\n");
const post = (json: unknown) => ask({ method: "POST", path, json, cookies });
const send = (form: Record<string, string>) => ask({ method: "POST", path, form, cookies, headers: origin });
const upload = (value: string | Uint8Array, filename = "medlemmer.xlsx") =>
  ask({
    method: "POST",
    path,
    cookies,
    headers: origin,
    parts: [
      { name: "text", value: "" },
      { name: "how", value: "add" },
      { name: "file", value, filename },
    ],
  });

describe("the page where rows are fetched", () => {
  test("is there for groups that take rows, and for their owner alone", async () => {
    const page = await ask({ path, cookies });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`${path}/template.xlsx`);
    expect((await ask({ path: path.replace("list", "constructor"), cookies })).status).toBe(404);
    expect(
      (await ask({ path: path.replace("members/rows/list", "goals/rows/results"), cookies })).status,
    ).toBe(404);
    const other = [await signedIn(table, { id: strangerId })];
    for (const at of [path, `${path}/template.csv`])
      expect((await ask({ path: at, cookies: other })).status).toBe(404);
  });

  test("is reached by a button that saves what is typed first", async () => {
    const told = await ask({
      method: "POST",
      path: section(),
      cookies,
      headers: origin,
      form: { revision: "0", "answers.list.0.id": "a", "answers.list.0.name": "Skrevet", sheet: "list" },
    });
    expect([told.status, told.headers["location"]]).toEqual([303, path]);
    expect((await members()).rows).toMatchObject([{ name: "Skrevet" }]);
  });

  test("is closed when the application is", async () => {
    const at = "2024-06-21T14:00:00.001Z";
    expect((await ask({ path, cookies, at })).status).toBe(410);
    const late = await ask({ method: "POST", path, at, cookies, headers: origin, form: { text: "A\tB" } });
    expect(late.status).toBe(410);
    expect(late.text).toContain('value="A\tB"');
  });
});

describe("what is read is shown before it is kept", () => {
  const wrong = [heading, rowOf("A", listed), rowOf("B", "123")];

  test("as a page with every row's problems, from text that was pasted", async () => {
    const told = await send({ text: asText(wrong), how: "add" });
    expect(told.status).toBe(200);
    expect(told.text).toContain("2 rader: 1 uten feil, 1 med feil.");
    expect(told.text).toContain("Organisasjonsnummeret er ikke gyldig");
    expect(told.text).not.toContain("<title>Feil");
    expect((await members()).revision).toBe(0);
  });

  test("as JSON, from text or cells", async () => {
    const expected = {
      revision: 0,
      room: 200,
      rows: [{ number: 2, answers: { name: "A", organisationNumber: listed } }, { number: 3 }],
      problems: [{ row: 3, pointer: "/organisationNumber", code: "unreadable.orgNumber" }],
    };
    expect((await post({ text: asText(wrong) })).json).toMatchObject(expected);
    expect((await post({ rows: wrong })).json).toMatchObject(expected);
  });

  test("from a file: XLSX, and CSV as Norwegian Excel saves it", async () => {
    const bygg = rowOf("Ålesund Bygg", listed);
    const file = await toXlsx([{ key: "a", name: "A", columns, rows: [bygg] }]);
    const csv = Buffer.from(
      `${heading.join(";")}
${bygg.join(";")}
`,
      "latin1",
    );
    for (const [bytes, name] of [
      [file, "medlemmer.xlsx"],
      [csv, "medlemmer.csv"],
    ] as const) {
      const told = await upload(bytes, name);
      expect(told.status).toBe(200);
      expect(told.text).toContain("1 rad: 1 uten feil");
      expect(told.text).toContain("Ålesund Bygg");
    }
  });

  test("and numbers that are in the list already are told, unless it is to be replaced", async () => {
    await keepMembers(["Fra før"]);
    expect((await post({ rows: wrong })).json).toMatchObject({
      revision: 1,
      room: 199,
      problems: [{ row: 2, code: "duplicate" }, { row: 3 }],
    });
    expect((await post({ rows: wrong, how: "replace" })).json).toMatchObject({
      room: 200,
      problems: [{ row: 3 }],
    });
  });
});

describe("what cannot be read is refused in words, and what was pasted comes back", () => {
  test.for([
    ["a PDF named .xlsx", Buffer.from("%PDF-1.7\n1 0 obj"), "Vi kan ikke lese denne filen"],
    ["a file over 1 MB", Buffer.alloc(1_000_001, "a"), "høyst 1000 kB"],
    ["an empty file", Buffer.alloc(0), "Vi fant ingen rader her"],
    ["headings alone", Buffer.from(heading.join(";")), "Vi fant ingen rader her"],
  ] as const)("%s", async ([_, bytes, words]) => {
    const told = await upload(bytes);
    expect(told.status).toBe(422);
    expect(told.text).toContain("<title>Feil: ");
    expect(told.text).toContain('href="#f-file"');
    expect(told.text).toContain(words);
  });

  test("nothing at all", async () => {
    const told = await ask({
      method: "POST",
      path,
      cookies,
      headers: origin,
      parts: [
        { name: "text", value: "" },
        { name: "file", value: "", filename: "" },
      ],
    });
    expect(told.status).toBe(422);
    expect(told.text).toContain("Lim inn minst én rad, eller velg en fil");
    expect((await post({})).json).toMatchObject({ problems: [{ pointer: "/text", code: "required" }] });
  });

  test("more rows than we read", async () => {
    const many = Array.from({ length: 1100 }, (_, i) => rowOf(`Bedrift ${i + 1}`, ""));
    const told = await send({ text: asText(many) });
    expect(told.status).toBe(422);
    expect(told.text).toContain("Bedrift 1100");
  });

  test("two files, a file where none is taken, and cells that are none", async () => {
    const file = { name: "file", value: "Navn", filename: "a.csv" };
    const asked = { method: "POST", cookies, headers: origin };
    expect((await ask({ ...asked, path, parts: [file, file] })).status).toBe(415);
    expect((await ask({ ...asked, path: section(), parts: [file] })).status).toBe(415);
    for (const rows of ["{", "[1]", '[["a"]', "[[{}]]"]) expect((await send({ rows })).status).toBe(422);
  });
});

describe("taking in", () => {
  test("two hundred members is one save, and the page one comes back to says so", async () => {
    const cells = JSON.stringify(sheetOf(200));
    const told = await send({ rows: cells, how: "add", revision: "0", take: "all" });
    expect([told.status, told.headers["location"]]).toEqual([303, `${section()}?taken=list.200`]);
    const { revision, rows } = await members();
    expect([revision, rows.length, rows[199]?.name]).toEqual([1, 200, "Bedrift 200"]);
    const page = await ask({ path: `${section()}?taken=list.200`, cookies });
    expect(page.text).toContain(`200 rader er tatt inn i «${group.label.nb}».`);
  });

  test("adds to the list or replaces it, with all rows or the good ones alone", async () => {
    await keepMembers(["Fra før"]);
    const rows = [...sheetOf(2), rowOf("", "123")];
    expect((await post({ rows, how: "add", revision: 1, take: "good" })).json).toEqual({
      revision: 2,
      savedAt: "2024-04-15T07:00:00.000Z",
    });
    expect((await members()).rows.map(({ name }) => name)).toEqual(["Fra før", "Bedrift 1", "Bedrift 2"]);
    await post({ rows, how: "replace", revision: 2, take: "all" });
    expect((await members()).rows).toMatchObject([
      { name: "Bedrift 1" },
      {},
      { name: "", organisationNumber: "123" },
    ]);
  });

  test("twice with the same button takes in once", async () => {
    const form = { rows: JSON.stringify(sheetOf(3)), how: "add", revision: "0", take: "all" };
    const both = await Promise.all([send(form), send(form)]);
    expect((await send(form)).status).toBe(303);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await members()).toMatchObject({ revision: 1, rows: [{}, {}, {}] });
  });

  test("over what somebody saved meanwhile is refused, and the rows come back to be taken in again", async () => {
    const form = { rows: JSON.stringify(sheetOf(2)), how: "add", revision: "0", take: "all" };
    await keepMembers(["En kollega skrev dette"]);
    const told = await send(form);
    expect(told.status).toBe(409);
    expect(told.text).toContain("Delen er endret et annet sted");
    expect(told.text).toContain("Bedrift 2");
    expect(told.text).toContain('name="revision" value="1"');
    expect((await post({ ...form, revision: 0 })).json).toMatchObject({
      type: "/problems/saved-elsewhere",
      theirs: { revision: 1 },
    });
    expect((await members()).rows).toHaveLength(1);
    await send({ ...form, revision: "1" });
    expect((await members()).rows).toHaveLength(3);
  });

  test("more than there is room for is refused, and the rows come back", async () => {
    await keepMembers(["En", "To"]);
    const told = await send({ rows: JSON.stringify(sheetOf(199)), how: "add", revision: "1", take: "all" });
    expect(told.status).toBe(422);
    expect(told.text).toContain("<title>Feil: ");
    expect(told.text).toContain("dere har lest 199 rader, og det er plass til 198");
    expect(told.text).toContain("Bedrift 199");
    expect((await members()).rows).toHaveLength(2);
  });

  test("a list too large to be saved is refused, and the rows come back", async () => {
    const role = columns.findIndex(({ key }) => key === "role");
    const large = sheetOf(200).map((row, i) =>
      i === 0 ? row : row.with(0, "æ".repeat(400)).with(role, "æ".repeat(600)),
    );
    const told = await send({ rows: JSON.stringify(large), how: "add", revision: "0", take: "all" });
    expect(told.status).toBe(413);
    expect(told.text).toContain("Lista blir for stor til å lagres");
    expect(told.text).toContain("200 rader: 0 uten feil, 200 med feil");
    expect((await members()).revision).toBe(0);
  });

  test("a text too long to be kept is refused at its row", async () => {
    const rows = [heading, rowOf("A", listed), rowOf("B".repeat(5000), "")];
    expect((await post({ rows, revision: 0, take: "all" })).json).toMatchObject({
      problems: [{ pointer: "/rows/3/name", code: "too-long" }],
    });
    expect((await post({ rows, revision: 0, take: "good" })).status).toBe(200);
  });

  test("without saying what it builds on is malformed", async () => {
    expect((await post({ rows: sheetOf(1), take: "all" })).json).toMatchObject({
      type: "/problems/malformed-request",
    });
  });
});

test("what staff export of another's members can be taken in as it is", async () => {
  await keepSubmitted(table, { owner: { ...application.owner, id: strangerId } });
  const { bucket } = await localBucket();
  const askExport = asking(table, ({ table }) => exportRoutes(table, bucket));
  const staff = [await signedIn(table, { roles: ["manager"] })];
  const at = "2024-06-25T08:00:00.000Z";
  const file = await askExport({ path: "/staff/calls/nic-2024/applications.xlsx", cookies: staff, at });
  const told = await upload(file.bytes);
  expect(told.text).toContain("2 rader: 2 uten feil, 0 med feil.");
  expect(told.text).toContain("blir ikke tatt inn: «Referanse».");
});

test.for(languages)("the template in %s has the columns to fill in", async (language) => {
  const at = path.replace("/nb/", `/${language}/`);
  const told = await ask({ path: `${at}/template.xlsx`, cookies });
  expect(told.headers["content-disposition"]).toBe('attachment; filename="members.xlsx"');
  const read = await readFile(told.bytes, ([first = []]) => first);
  const headings = read.ok ? (read.sheet[0] ?? []) : [];
  expect(headings).toEqual(sheetColumns(group, language).map((column) => column.heading));
  const csv = await ask({ path: `${at}/template.csv`, cookies });
  expect(csv.text).toBe(`\ufeff${headings.join(";")}\r\n`);
});
