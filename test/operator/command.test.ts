import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { recordLook } from "#shared/records/looks.ts";
import type { Table } from "#shared/records/table.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import { command } from "../../operator/command.ts";
import { keepDraft } from "../functions/records.ts";
import { anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { keepSigned, putRaw, type RawItem, rawItems, rawItemsOf } from "./tamper.ts";

const folder = mkdtempSync(path.join(tmpdir(), "audit-"));
const [clean, tampered] = [await freshTable(), await freshTable()];
const { keys } = await openTestKeys("2024-1");
const keyFile = path.join(folder, "jwks.json");
writeFileSync(keyFile, JSON.stringify(await publicKeys(keys)));

const ofTable = ({ name }: Table, ...more: readonly string[]) =>
  command(["--call", "nic-2024", "--table", name, ...more]);
const ofExport = (where: string, ...more: readonly string[]) =>
  command(["--call", "nic-2024", "--export", where, ...more]);

/** As DynamoDB exports to S3: files of lines, in no order. */
const exported = (name: string, items: readonly RawItem[]): string => {
  const data = path.join(folder, name, "data");
  mkdirSync(data, { recursive: true });
  const lines = items.map((Item) => `${JSON.stringify({ Item })}\n`).toReversed();
  const half = Math.floor(lines.length / 2);
  writeFileSync(path.join(data, "a.json.gz"), gzipSync(lines.slice(half).join("")));
  writeFileSync(path.join(data, "b.json"), lines.slice(0, half).join(""));
  return path.join(folder, name);
};

const kept = await keepSigned(tampered, keys);
const whole = "2 applications, 1 submission, 3 events, 1 receipt, 1 signature valid, 0 owed; 0 breaks\n";

beforeAll(async () => {
  await keepDraft(clean);
  await keepSigned(clean, keys);
  const event = (await rawItemsOf(tampered, kept)).get("EVENT#000002");
  await putRaw(tampered, { ...event, name: { S: "Somebody Else" } });
});

const line = `${kept.id}\t${kept.reference}\t2\tevent-changed\tEvent 2 is not what it was when it was written.\n`;

test.for([
  ["0", clean.name, { stdout: whole, stderr: "" }],
  ["1", tampered.name, { stdout: expect.stringContaining(line), stderr: "" }],
  ["2", "not-there", { stdout: "", stderr: expect.stringContaining("ResourceNotFoundException") }],
] as const)("as a process it ends with %s, and writes where it should", ([status, table, written]) => {
  const script = path.join(import.meta.dirname, "../../operator/audit.ts");
  const parameters = [script, "--call", "nic-2024", "--keys", keyFile, "--table", table];
  const ended = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  expect(ended).toMatchObject({ status: Number(status), ...written });
});

describe("npm run audit", () => {
  test("ends with 0 and a sum when there is no break", async () => {
    const told = await ofTable(clean, "--keys", keyFile);
    expect(told).toEqual({ code: 0, out: whole, complaint: "" });
  });

  test("says that signatures are not checked when there are no keys", async () => {
    const { code, out } = await ofTable(clean);
    expect(code).toBe(0);
    expect(out).toContain("1 signature not checked, as no keys were given, 0 owed");
  });

  test("ends with 1 and a line for each break, of ids and codes alone", async () => {
    const { code, out } = await ofTable(tampered, "--keys", keyFile);
    expect(code).toBe(1);
    expect(out.startsWith(line)).toBe(true);
    expect(out).toContain("1 signature valid, 0 owed; 1 break\n");
    expect(out).not.toMatch(/Testesen|Somebody|Eksempel/);
  });

  test("reads an export in whatever order it comes", async () => {
    const sound = exported("sound", await rawItems(clean));
    expect(await ofExport(sound, "--keys", keyFile)).toEqual({
      code: 0,
      out: whole,
      complaint: "",
    });
    const broken = exported("broken", await rawItems(tampered));
    const { code, out } = await ofExport(broken);
    expect({ code, found: out.startsWith(line) }).toEqual({ code: 1, found: true });
  });

  test("finds by an earlier audit that the end of a history was cut off, head and all", async () => {
    const table = await freshTable();
    const application = await keepSigned(table, keys);
    const before = await rawItems(table);
    await recordLook(table, application, anEvent({ what: "application-viewed" }));
    const file = path.join(folder, "earlier.json");
    writeFileSync(file, (await ofTable(table, "--json")).out);
    expect((await ofTable(table, "--since", file)).code).toBe(0);

    const cut = exported("cut", before);
    expect((await ofExport(cut)).code).toBe(0);
    const { code, out } = await ofExport(cut, "--since", file, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      call: "nic-2024",
      counts: { applications: 1, events: 2, breaks: 1 },
      breaks: [{ code: "history-rewritten", application: application.id, number: 3 }],
      heads: [{ application: application.id, reference: application.reference, revision: 2 }],
    });
    const gone = await ofExport(exported("gone", []), "--since", file);
    expect(gone.out).toContain("application-missing");
  });
});

describe("npm run audit ends with 2 and says why", () => {
  const odd = path.join(folder, "odd");
  mkdirSync(path.join(odd, "data"), { recursive: true });
  writeFileSync(path.join(odd, "data", "a.json"), '{"Item": {"secret": "Testesen"}}\n');
  test.for([
    [[], "Say --call, one of nic-2024."],
    [["--call", "nic-1999"], "There is no call nic-1999"],
    [["--call", "nic-2024"], "Say --table or --export, or set TABLE_NAME."],
    [["--call", "nic-2024", "--table", "a", "--export", "b"], "not both"],
    [["--call", "nic-2024", "--tabel", "a"], "Unknown option"],
    [["--call", "nic-2024", "--table", "not-there"], "ResourceNotFoundException"],
    [["--call", "nic-2024", "--export", folder], "There is no data/*.json"],
    [["--call", "nic-2024", "--export", odd], "a.json, line 1, is not an item in DynamoDB JSON"],
    [["--call", "nic-2024", "--export", odd, "--keys", import.meta.filename], "is not a JWK Set"],
    [["--call", "nic-2024", "--export", odd, "--keys", "/not/there"], "keys cannot be read"],
    [["--call", "nic-2024", "--export", odd, "--since", keyFile], "is not what an earlier audit wrote"],
  ] as const)("%j", async ([parameters, why]) => {
    const { code, out, complaint } = await command(parameters);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(complaint).toContain(why);
    expect(complaint).not.toContain("Testesen");
  });

  test("with --help it explains itself and ends with 0", async () => {
    const { code, out } = await command(["--help"]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("--since FILE") });
  });
});
