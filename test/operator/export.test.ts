import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import readSheet from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { exportCommand } from "../../operator/export-command.ts";
import { keepDraft, keepSubmitted } from "../functions/records.ts";
import { aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { putRaw, rawItems } from "./tamper.ts";

const folder = mkdtempSync(path.join(tmpdir(), "export-"));
const whole: Table = await freshTable();

beforeAll(async () => {
  await keepSubmitted(whole, { organisation: "Ærlig & Øst SA", level: "impact" });
  await keepSubmitted(whole, { level: "connect" });
  await keepDraft(whole);
  await keepRegistration(whole, { registration: aRegistration({ name: "=1+1" }) });
});

const inFolder = (name: string) => path.join(folder, name);
const of = ({ name }: Table, out: string, ...more: readonly string[]) =>
  exportCommand(["--call", "nic-2024", "--table", name, "--out", inFolder(out), ...more]);
const linesOf = (name: string) => readFileSync(inFolder(name), "utf8").trim().split("\n");

test("the file is the one staff get, with how many records it should have and has, and its digest", async () => {
  const { code, out, complaint } = await of(whole, "a.xlsx", "--what", "applications", "--format", "xlsx");
  const digest = createHash("sha256")
    .update(readFileSync(inFolder("a.xlsx")))
    .digest("hex");
  expect([code, out, complaint]).toEqual([
    0,
    `3 of 3 records written\n${digest}  ${inFolder("a.xlsx")}\n`,
    "",
  ]);
  const [first] = await readSheet(inFolder("a.xlsx"));
  expect(JSON.stringify(first)).toContain("Ærlig & Øst SA");
});

test.for([
  ["jsonl", ["--what", "registrations"], 1],
  ["jsonl", ["--what", "applications"], 3],
  ["jsonl", ["--what", "applications", "--query", "level=impact&state=submitted"], 1],
  ["csv-plain", ["--what", "applications", "--query", "state=draft"], 2],
] as const)("%s of %j has %i lines", async ([format, more, lines]) => {
  expect((await of(whole, "b", "--format", format, ...more)).code).toBe(0);
  expect(linesOf("b")).toHaveLength(lines);
});

test("headings are in the language that was asked for", async () => {
  await of(whole, "c", "--what", "applications", "--format", "csv-plain", "--language", "en");
  expect(linesOf("c")[0]).toContain("Organisation number");
});

test("a file that would lack a record is not written, and nothing is left of it", async () => {
  const table = await freshTable();
  await keepSubmitted(table);
  const receipt = (await rawItems(table)).find(({ item }) => item?.S === "message");
  await putRaw(table, { ...receipt, state: { S: "unheard-of" } });
  const { code, out, complaint } = await of(table, "lacking.csv", "--what", "messages", "--format", "csv");
  expect([code, out]).toEqual([2, ""]);
  expect(complaint).toContain("Of 1 rows of messages to export there are 0");
  expect(readdirSync(folder).filter((name) => name.startsWith("lacking"))).toEqual([]);
});

test.for([
  [["--call", "nic-2023"], "There is no call nic-2023"],
  [["--what", "people"], "Say --what, one of applications, registrations, messages, events."],
  [["--format", "pdf"], "Say --format, one of xlsx, csv, csv-plain, jsonl, json."],
  [["--language", "se"], "Say --language, one of nb, nn, en."],
  [["--out", ""], "Say --out, the file to write."],
  [["--part", "nothing", "--format", "csv"], "There is no part nothing"],
  [["--unheard-of"], "Unknown option '--unheard-of'"],
] as const)("%j is answered with a sentence", async ([wrong, sentence]) => {
  const right = ["--call", "nic-2024", "--what", "applications", "--format", "xlsx", "--table", whole.name];
  const { code, complaint } = await exportCommand([...right, "--out", inFolder("never"), ...wrong]);
  expect(code).toBe(2);
  expect(complaint).toContain(sentence);
  expect(readdirSync(folder)).not.toContain("never");
});

test("as a process it ends with 0 and says nothing but the sum", () => {
  const script = path.join(import.meta.dirname, "../../operator/export.ts");
  const more = ["--call", "nic-2024", "--what", "events", "--format", "json", "--table", whole.name];
  const ended = spawnSync(process.execPath, [script, ...more, "--out", inFolder("d")], { encoding: "utf8" });
  expect(ended).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/^\d+ of \d+ records/),
  });
});
