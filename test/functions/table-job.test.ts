import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { CallId } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { readVersion } from "#shared/files/bucket.ts";
import { staffEvents } from "#shared/records/events.ts";
import { messagesOfCall } from "#shared/records/messages.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { encode, type Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { routes } from "../../functions/export/routes.ts";
import { mostOnAws } from "../../functions/export-job/most.ts";
import { breakFirstPut } from "../support/broken-put.ts";
import { localBucket } from "../support/bucket.ts";
import { aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { lastJob, runLast } from "./exporting.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const callId = CallId.parse("nic-2024");
const address = "/staff/calls/nic-2024";
const at = "2024-06-24T08:00:00.000Z";

let table: Table;
let s3: Awaited<ReturnType<typeof localBucket>>;
let ask: (request: Request) => Promise<Told>;
let manager: readonly string[];
let officer: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  s3 = await localBucket();
  const asked = asking(table, ({ table }) => routes(table, s3.bucket));
  ask = (request) => asked({ at, ...request });
  manager = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
  officer = [await signedIn(table, { roles: ["officer"] })];
});

const nasty = ["=1+1", "+47 22", 'a;"b"', "æøå\nlinje", "012", "😀", "\u202eabc", "constructor"];

/** People who have registered a minute apart, the nastiest first. */
const register = async (count: number, from = "2024-05-14T09:00:00.000Z"): Promise<Registration[]> => {
  const all = Array.from({ length: count }, (_, i) =>
    aRegistration({
      ...{ name: nasty[i % nasty.length] ?? "", questions: `Nr. ${i}` },
      registeredAt: instant(from).add({ minutes: i }),
    }),
  );
  for (const registration of all)
    await keepRegistration(table, { registration, message: aRegistrationMessage(registration) });
  return all;
};

const start = async (form: Readonly<Record<string, string>>): Promise<void> => {
  const told = await ask({ path: `${address}/exports`, method: "POST", cookies: manager, form });
  expect(told.status).toBe(303);
};

/** So little of everything that some records make several volumes. */
const little = {
  table: {
    ...{ bytes: 1e6, rows: 4, workbook: { cells: 20, characters: 1e6 } },
    pieces: { applications: 2, registrations: 2, messages: 2, events: 2 },
  },
};
const run = (volumes = 100): Promise<unknown> => runLast({ table, s3 }, little, volumes);

const Manifest = z.object({
  ...{ volume: z.int(), isLast: z.boolean(), after: z.int(), of: z.int(), removed: z.int() },
  expected: z.object({ records: z.int() }),
  written: z.object({ records: z.int(), rows: z.record(z.string(), z.int()) }),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
});

/** All files of all volumes in their order, once the manifests and the digests have been held against them. */
const files = async (): Promise<(readonly [path: string, bytes: Uint8Array])[]> => {
  const all: [string, Uint8Array][] = [];
  const { volumes } = await lastJob(table);
  for (const [i, volume] of volumes.entries()) {
    const zip = await readVersion(s3.bucket, volume);
    expect(sha256(zip ?? "")).toBe(volume.sha256);
    const { "manifest.json": said = new Uint8Array(), ...found } = unzipSync(zip ?? new Uint8Array());
    const manifest = Manifest.parse(JSON.parse(strFromU8(said)));
    expect([manifest.volume, manifest.isLast]).toEqual([i + 1, i + 1 === volumes.length]);
    expect(manifest.written.records + manifest.removed).toBe(manifest.expected.records);
    expect(manifest.files.map(({ path }) => path)).toEqual(Object.keys(found));
    for (const { path, bytes, sha256: sum } of manifest.files) {
      const file = found[path] ?? new Uint8Array();
      expect([path, file.length, sha256(file)]).toEqual([path, bytes, sum]);
      all.push([path, file]);
    }
  }
  return all;
};

const manifests = async (): Promise<z.infer<typeof Manifest>[]> =>
  Promise.all(
    (await lastJob(table)).volumes.map(async (volume) => {
      const { "manifest.json": said } = unzipSync((await readVersion(s3.bucket, volume)) ?? new Uint8Array());
      return Manifest.parse(JSON.parse(strFromU8(said ?? new Uint8Array())));
    }),
  );

/** The lines of one table, as its files have them and as the same table has them when it is downloaded at once: none of a part without rows. */
const linesIn = (bytes: Uint8Array): string[] => strFromU8(bytes).split("\n").filter(Boolean);
const linesOf = async (name: RegExp): Promise<string[]> =>
  (await files()).filter(([path]) => name.test(path)).flatMap(([, bytes]) => linesIn(bytes));
const downloaded = async (path: string): Promise<Buffer> =>
  (await ask({ path: `${address}/${path}`, cookies: manager })).bytes;

test.for(["before", "after"])(
  "a table that breaks %s a volume is kept in S3 goes on, and has every row once and as it is downloaded",
  async (when) => {
    await register(11);
    await start({ what: "registrations", kind: "csv" });
    await run(1);
    breakFirstPut(s3.bucket, when);
    expect(await run()).toMatchObject({ batchItemFailures: [{}] });
    expect(await run()).toEqual({ batchItemFailures: [] });
    const parts = (await files()).map(([, bytes]) => Buffer.from(bytes).toString());
    const head = parts[0]?.slice(0, parts[0].indexOf("\r\n") + 2) ?? "";
    expect(parts).toHaveLength(3);
    const rows = (text: string) => text.slice(head.length).trim().split("\r\n");
    const whole = (await downloaded("registrations.csv")).toString();
    // At once the last comes first, as in the list.
    expect([head, ...parts.flatMap(rows)]).toEqual([
      whole.slice(0, head.length),
      ...rows(whole).toReversed(),
    ]);
    expect(await messagesOfCall(table, callId)).toMatchObject([
      { content: { kind: "export-ready", what: "registrations", items: 11, volumes: 3 } },
    ]);
  },
);

test("a table that breaks while records are read goes on, also twice at once, and has every row once", async () => {
  await register(11);
  await start({ what: "registrations", kind: "jsonl" });
  let queries = 0;
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        queries += commandName === "QueryCommand" ? 1 : 0;
        if (queries === 30) throw new Error("out of order");
        return next(args);
      },
    { step: "initialize", name: "breaks" },
  );
  const first = await run();
  table.client.middlewareStack.remove("breaks");
  expect(first).toMatchObject({ batchItemFailures: [{}] });
  await Promise.all([run(), run()]);
  await run();
  expect(await linesOf(/./)).toEqual(linesIn(await downloaded("registrations.jsonl")).toReversed());
});

test("workbooks have the rows one after the other, cell by cell as in one that is downloaded", async () => {
  await register(11);
  await start({ what: "registrations", kind: "xlsx", lang: "en" });
  await run();
  const rows = async (bytes: Uint8Array) =>
    (await readXlsxFile(Buffer.from(bytes), { trim: false }))[0]?.data ?? [];
  const parts = [];
  for (const [, bytes] of await files()) parts.push(await rows(bytes));
  const whole = await rows(await downloaded("registrations.xlsx?lang=en"));
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.map(([head]) => head)).toEqual(parts.map(() => whole[0]));
  expect(parts.flatMap(([, ...those]) => those)).toEqual(whole.slice(1).toReversed());
});

describe("a table of everything", () => {
  beforeEach(async () => {
    for (const level of ["impact", "connect", "impact", "explore"] as const)
      await keepSubmitted(table, { level });
    await keepDraft(table);
    await register(3);
  });

  test.for([
    ["applications", "applications.jsonl", /^applications-0/],
    ["applications", "applications.jsonl?table=members.list", /^applications-members-list-0/],
    ["messages", "messages.jsonl", /^messages-0/],
  ] as const)("of %s has the rows of %s", async ([what, path, name]) => {
    const whole = linesIn(await downloaded(path));
    await start({ what, kind: "jsonl" });
    await run();
    expect((await linesOf(name)).toSorted()).toEqual(whole.toSorted());
    expect((await lastJob(table)).volumes.length).toBeGreaterThan(1);
  });

  test("of events has those of every application and of the call", async () => {
    await start({ what: "events", kind: "jsonl" });
    await run();
    const told = (await linesOf(/./)).map((line) => JSON.parse(line).what);
    expect(told.filter((what) => what === "application-started")).toHaveLength(5);
    expect(told.filter((what) => what === "application-submitted")).toHaveLength(4);
    expect(told).toContain("events-exported");
  });

  test("of some has those alone, and the event says which", async () => {
    await start({
      what: "applications",
      kind: "jsonl",
      csv: "plain",
      level: "impact",
      text: "eksempelklyngen",
    });
    await run();
    expect(await linesOf(/^applications-0/)).toHaveLength(2);
    const [event] = await staffEvents(table, callId, 1);
    expect(event).toMatchObject({
      what: "applications-exported",
      detail: "jsonl 5 text level=impact",
    });
  });
});

test("a table of nothing has its headings", async () => {
  await start({ what: "registrations", kind: "csv" });
  await run();
  expect(await linesOf(/./)).toEqual(linesIn(await downloaded("registrations.csv")));
});

const forget = async ({ webinarId, id }: Registration): Promise<void> => {
  const Key = encode({ ...keys.registration(webinarId, id) });
  await table.client.send(new DeleteItemCommand({ TableName: table.name, Key }));
};

describe("while a table is made", () => {
  test("what comes in is left out, and what is removed stops nothing", async () => {
    const [, second, ...others] = await register(11);
    await start({ what: "registrations", kind: "jsonl" });
    await run(1);
    await register(5, "2024-06-24T07:59:45.000Z");
    const last = others.at(-1);
    if (second && last) await Promise.all([forget(second), forget(last)]);
    expect(await run()).toEqual({ batchItemFailures: [] });
    expect(await linesOf(/./)).toHaveLength(10);
    expect((await manifests()).at(-1)).toMatchObject({ removed: 1 });
  });

  test("a record that is lost makes no table, and the page says that it has stopped", async () => {
    await register(11);
    await start({ what: "registrations", kind: "jsonl" });
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const told = await next(args);
        const { output } = told;
        if ("Items" in output && output.Items?.some(({ questions }) => questions?.S === "Nr. 9"))
          Object.assign(output, { Items: output.Items.slice(1) });
        return told;
      },
      { step: "initialize" },
    );
    expect(await run()).toMatchObject({ batchItemFailures: [{}] });
    expect((await lastJob(table)).finishedAt).toBeUndefined();
    const page = (minutes: number) =>
      ask({
        ...{ path: `${address}/exports`, cookies: manager },
        at: instant(at).add({ minutes }).toString({ fractionalSecondDigits: 3 }),
      });
    expect((await page(20)).text).toContain("<progress");
    const stopped = (await page(21)).text;
    expect(stopped).not.toContain("<progress");
    expect(stopped).toContain("Stoppet uten å bli ferdig");
    expect(stopped).toContain('name="kind" value="jsonl"');
  });
});

test("a table is closed as it is when time is nearly up", async () => {
  await register(6);
  await start({ what: "registrations", kind: "jsonl" });
  await runLast({ table, s3 }, { table: { ...little.table, rows: 1000 } }, 0);
  expect((await lastJob(table)).volumes).toEqual([]);
  await runLast({ table, s3 }, { table: mostOnAws.table });
  expect((await lastJob(table)).volumes).toHaveLength(1);
});

describe("who may", () => {
  test.for([
    ["registrations", 303],
    ["applications", 303],
    ["events", 403],
    ["folders", 403],
  ] as const)("of the case officers have %s made: %i", async ([what, status]) => {
    const form = { what, kind: "csv" };
    const told = await ask({ path: `${address}/exports`, method: "POST", cookies: officer, form });
    expect(told.status).toBe(status);
  });

  test("only who may have made it downloads it", async () => {
    await start({ what: "events", kind: "jsonl" });
    await run();
    const path = `${address}/exports/${(await lastJob(table)).id}/1`;
    expect((await ask({ path, cookies: officer })).status).toBe(403);
    expect((await ask({ path, cookies: manager })).status).toBe(303);
    expect((await ask({ path: `${address}/exports`, cookies: officer })).text).not.toContain("/1?lang");
  });
});

test.for([
  { what: "people", kind: "csv" },
  { what: "registrations", kind: "pdf" },
])("what nobody can make is refused: %j", async (form) => {
  const told = await ask({ path: `${address}/exports`, method: "POST", cookies: manager, form });
  expect(told.status).toBe(422);
});
