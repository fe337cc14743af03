import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { ExportJob } from "#shared/domain/export-job.ts";
import { readVersion } from "#shared/files/bucket.ts";
import { staffEvents } from "#shared/records/events.ts";
import { exportsOf } from "#shared/records/export-jobs.ts";
import { messagesOfCall } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/export/routes.ts";
import type { Most } from "../../functions/export-job/run.ts";
import { begin, kept } from "../support/begun.ts";
import { breakFirstPut } from "../support/broken-put.ts";
import { localBucket } from "../support/bucket.ts";
import { freshTable } from "../support/dynamodb.ts";
import { aFile } from "../support/files.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { delivered } from "./delivered.ts";
import { lastJob, runLast, runsOf } from "./exporting.ts";
import { keepDraft } from "./records.ts";
import { keepSent } from "./sent.ts";

const callId = CallId.parse("nic-2024");
const address = "/staff/calls/nic-2024/exports";

let table: Table;
let s3: Awaited<ReturnType<typeof localBucket>>;
let ask: (request: Request) => Promise<Told>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  s3 = await localBucket();
  ask = asking(table, ({ table }) => routes(table, s3.bucket));
  staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
});

/** A sent application with attachments of these contents, all called alike. */
const withAttachments = async (
  contents: readonly string[],
  given: Partial<Application> = {},
): Promise<Application> => {
  const application = await begin(table, { organisation: "Vedlegg AS", ...given });
  const letters = contents.map((content) => {
    const [id, version] = [randomUUID(), randomUUID()];
    const key = `drafts/${application.id}/${id}/Brev: æøå.pdf`;
    s3.put(key, version, Buffer.from(content));
    const {
      state: _,
      addedAt: __,
      addedBy: ___,
      ...file
    } = aFile({
      ...{
        id,
        key,
        version,
        name: "Brev: æøå.pdf",
        bytes: Buffer.byteLength(content),
        sha256: sha256(content),
      },
    });
    return file;
  });
  await keepSent(table, application, { attachments: { letters } });
  return kept(table, application);
};

const start = async (fields: Readonly<Record<string, string>> = {}): Promise<void> => {
  const told = await ask({
    ...{ path: address, method: "POST", cookies: staff, form: fields },
    at: "2024-06-24T08:00:00Z",
  });
  expect(told.status).toBe(303);
};

const theJob = () => lastJob(table);
const runs = () => runsOf(table);

/** Runs what was asked for last, with time for so many volumes. */
const run = (most: Partial<Most["folders"]> = {}, volumes = 100): Promise<unknown> =>
  runLast({ table, s3 }, { folders: { bytes: 1e8, applications: 2, piece: 3, ...most } }, volumes);

const Manifest = z.object({
  volume: z.int(),
  expected: z.object({ applications: z.int(), files: z.int() }),
  written: z.object({ applications: z.int(), files: z.int() }),
  applications: z.array(
    z.object({
      reference: z.string(),
      files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
    }),
  ),
});

/** The files of a volume, once its manifest and every checksum have been held against them. */
const opened = async (volume: ExportJob["volumes"][number] | undefined) => {
  const zip = volume && (await readVersion(s3.bucket, volume));
  if (!zip) throw new Error("There is no such volume");
  expect(sha256(zip)).toBe(volume.sha256);
  const { "manifest.json": said = new Uint8Array(), ...files } = unzipSync(zip);
  const manifest = Manifest.parse(JSON.parse(strFromU8(said)));
  const told = manifest.applications.flatMap((one) => one.files);
  expect(told.map(({ path }) => path).toSorted()).toEqual(Object.keys(files).toSorted());
  for (const { path, bytes, sha256: sum } of told) {
    const file = files[path] ?? new Uint8Array();
    expect([path, sha256(file), file.length]).toEqual([path, sum, bytes]);
  }
  expect(manifest.written).toEqual(manifest.expected);
  expect(manifest.expected).toEqual({ applications: volume.items, files: volume.files });
  return { manifest, files };
};

const referencesIn = async ({ volumes }: ExportJob): Promise<string[]> => {
  const all: string[] = [];
  for (const volume of volumes)
    all.push(...(await opened(volume)).manifest.applications.map(({ reference }) => reference));
  return all.toSorted();
};

test("an application's folder has what was sent as PDF and data, its receipt, its attachments and their checksums", async () => {
  const { reference } = await withAttachments(["one", "two"]);
  await keepDraft(table);
  await start();
  await run();
  const { files } = await opened((await theJob()).volumes[0]);
  const text = (path: string) => strFromU8(files[`${reference}/${path}`] ?? new Uint8Array());
  expect(Object.keys(files).toSorted()).toEqual(
    [
      ...["SHA256SUMS", "innsending.json", "kvittering.json", "kvittering.pdf"],
      ...["vedlegg/01-Brev_ æøå.pdf", "vedlegg/02-Brev_ æøå.pdf"],
    ].map((path) => `${reference}/${path}`),
  );
  expect(text("kvittering.pdf")).toMatch(/^%PDF/);
  expect(text("vedlegg/02-Brev_ æøå.pdf")).toBe("two");
  expect(JSON.parse(text("innsending.json"))).toMatchObject({ reference, number: 1 });
  expect(JSON.parse(text("kvittering.json"))).toMatchObject({ receipt: { reference, number: 1 } });
  const sums = text("SHA256SUMS")
    .trim()
    .split("\n")
    .map((line) => line.split("  "));
  expect(sums).toHaveLength(5);
  for (const [sum, path = ""] of sums)
    expect([path, sha256(files[`${reference}/${path}`] ?? "")]).toEqual([path, sum]);
});

describe("an export", () => {
  let references: readonly string[];
  beforeEach(async () => {
    const all = [];
    for (const level of ["connect", "explore", "impact", "impact", "connect"] as const)
      all.push(await withAttachments([level], { level }), await keepDraft(table, { level }));
    references = all
      .filter(({ submissions }) => submissions > 0)
      .map(({ reference }) => reference)
      .toSorted();
  });

  test.for([1, 2, 3])("has each application once when a run has time for %i volumes", async (volumes) => {
    await start();
    for (let i = 0; i < 4; i += 1) await run({}, volumes);
    const job = await theJob();
    expect(job.volumes.map(({ items }) => items)).toEqual([2, 2, 1]);
    expect(await referencesIn(job)).toEqual(references);
    expect(await messagesOfCall(table, callId)).toMatchObject([
      { to: job.startedBy.email, content: { kind: "export-ready", what: "folders", items: 5, volumes: 3 } },
    ]);
  });

  test("that had no time for anything is gone on with", async () => {
    await start();
    await run({}, 0);
    expect(await runs()).toHaveLength(2);
    await run();
    expect(await referencesIn(await theJob())).toEqual(references);
  });

  test("closes a volume when there is enough in it", async () => {
    await start();
    await run({ bytes: 1, applications: 100 });
    expect((await theJob()).volumes).toHaveLength(5);
  });

  test.for(["before", "after"])(
    "that breaks %s a volume is kept in S3 goes on and is whole",
    async (when) => {
      await start();
      await run({}, 1);
      breakFirstPut(s3.bucket, when);
      expect(await run()).toMatchObject({ batchItemFailures: [{}] });
      expect((await theJob()).volumes).toHaveLength(1);
      expect(await run()).toEqual({ batchItemFailures: [] });
      expect(await referencesIn(await theJob())).toEqual(references);
    },
  );

  test("run twice at once has no volume twice, and one mail", async () => {
    await start();
    await Promise.all([run(), run()]);
    await run();
    expect(await referencesIn(await theJob())).toEqual(references);
    expect(await messagesOfCall(table, callId)).toHaveLength(1);
  });

  test("of one level has that level's alone", async () => {
    await start({ level: "impact" });
    await run();
    expect((await theJob()).volumes).toMatchObject([{ records: 10, items: 2 }]);
    expect(await staffEvents(table, callId, 10)).toMatchObject([
      { what: "submissions-exported", detail: "zip 10 level=impact", name: "Sak S. Behandler" },
    ]);
  });

  test("tells whoever started it by mail, with a link to the page where it is", async () => {
    await start();
    await run();
    const [message] = await messagesOfCall(table, callId);
    if (!message) throw new Error("No mail is owed");
    const { mail } = await delivered(table, message);
    expect(mail?.subject).toContain("eksporten er ferdig");
    expect(mail?.text).toContain("/staff/calls/nic-2024/exports");
  });
});

test("an attachment that is not what was sent makes no export", async () => {
  const application = await withAttachments(["sent"]);
  const [file] = s3.versions();
  s3.beforeReading(async (version) => {
    if (version === file) throw new Error(`${application.id} cannot be read`);
  });
  await start();
  expect(await run()).toMatchObject({ batchItemFailures: [{}] });
  expect(await theJob()).toMatchObject({ volumes: [] });
  expect((await theJob()).finishedAt).toBeUndefined();
});

describe("a volume", () => {
  const first = async () => `${address}/${(await theJob()).id}/1`;
  beforeEach(async () => {
    await withAttachments(["one"]);
    await start();
    await run();
  });

  test("is downloaded by staff alone, for 24 hours, and each time is noted", async () => {
    const path = await first();
    const told = await ask({ path, cookies: staff, at: "2024-06-25T07:59:59.999Z" });
    expect(told.status).toBe(303);
    const file = await fetch(told.headers["location"] ?? "");
    expect(sha256(new Uint8Array(await file.arrayBuffer()))).toBe((await theJob()).volumes[0]?.sha256);
    expect(file.headers.get("content-disposition")).toContain("nic-2024-innsendinger-1.zip");
    expect((await ask({ path, cookies: staff, at: "2024-06-25T08:00:00.001Z" })).status).toBe(404);
    expect((await ask({ path, cookies: [await signedIn(table)] })).status).toBe(403);
    const taken = (await staffEvents(table, callId, 10)).filter(({ what }) => what === "export-downloaded");
    expect(taken).toHaveLength(1);
  });

  test.for(["0", "2", "x"])("that is not there is not found: %s", async (number) => {
    const path = (await first()).replace(/1$/, number);
    expect((await ask({ path, cookies: staff, at: "2024-06-24T09:00:00Z" })).status).toBe(404);
  });
});

test("an export of nothing says so", async () => {
  await start();
  await run();
  const { manifest, files } = await opened((await theJob()).volumes[0]);
  expect(manifest).toMatchObject({ applications: [], expected: { applications: 0, files: 0 } });
  expect(files).toEqual({});
});

test("only staff start an export", async () => {
  const told = await ask({ path: address, method: "POST", cookies: [await signedIn(table)], form: {} });
  expect(told.status).toBe(403);
  expect(await exportsOf(table, callId)).toEqual([]);
});
