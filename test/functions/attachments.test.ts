import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import type { StoredFile } from "#shared/domain/stored-file.ts";
import { instant } from "#shared/domain/time.ts";
import { uploadKey } from "#shared/files/keys.ts";
import { readFiles } from "#shared/records/attached-files.ts";
import { beginChange } from "#shared/records/changes.ts";
import { readSection, saveSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { createHandler } from "../../functions/attachments/handler.ts";
import { begin, kept } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { anEvent, aSection } from "../support/builders.ts";
import { aDocx, anExe, anXlsx, aPdf } from "../support/documents.ts";
import { freshTable } from "../support/dynamodb.ts";
import { aFile, anAwaitedFile } from "../support/files.ts";
import { aContext } from "../support/http-event.ts";
import { keepSent } from "./sent.ts";

const scannedAt = "2024-05-14T10:00:05Z";
const section = "attachments";

let table: Table;
let s3: Awaited<ReturnType<typeof localBucket>>;
let handle: (event: unknown) => Promise<unknown>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  s3 = await localBucket();
  const handler = createHandler({ table, bucket: s3.bucket });
  handle = (event) => Promise.resolve(handler(event, aContext));
});

const drafted = async (...letters: readonly StoredFile[]): Promise<Application> => {
  const application = await begin(table);
  await saveSection(table, { application, section: aSection({ section, answers: { letters } }) });
  return application;
};

const scanOf = (key: string, version: string, scanResultStatus = "NO_THREATS_FOUND") => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "GuardDuty Malware Protection Object Scan Result",
  source: "aws.guardduty",
  time: scannedAt,
  detail: {
    scanStatus: "COMPLETED",
    resourceType: "S3_OBJECT",
    s3ObjectDetails: { bucketName: s3.bucket.name, objectKey: key, versionId: version, eTag: "x" },
    scanResultDetails: { scanResultStatus, threats: null },
  },
});

/** Uploads under a name and tells what the scan found. */
const uploaded = async (
  application: Application,
  file: StoredFile,
  bytes: Uint8Array,
  { name = "Brev.pdf", version = "v1", result = "NO_THREATS_FOUND" } = {},
) => {
  const key = uploadKey(application.id, file.id, name);
  s3.put(key, version, bytes);
  await handle(scanOf(key, version, result));
  return key;
};

const letters = async (application: Application) =>
  (await readFiles(table, application, section)).files["letters"];

describe("when a scan has ended", () => {
  test("a clean file counts, with the name, type, size and digest it came with", async () => {
    const file = anAwaitedFile({ state: "checking" });
    const application = await drafted(file);
    const bytes = aPdf();
    const key = await uploaded(application, file, bytes, { name: "Bre\u0301v fra oss.pdf" });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await letters(application)).toEqual([
      {
        ...file,
        name: "Brév fra oss.pdf",
        type: "application/pdf",
        bytes: bytes.length,
        state: "clean",
        sha256,
        key,
        version: "v1",
      },
    ]);
    expect(await readSection(table, application.id, section)).toMatchObject({
      revision: 2,
      savedAt: instant(scannedAt),
      savedBy: file.addedBy,
    });
    expect(s3.versions()).toEqual(["v1"]);
  });

  test("one that the level does not ask for any more is judged all the same", async () => {
    const file = anAwaitedFile();
    const application = await drafted();
    const answers = { letters: [], results: [file] };
    await saveSection(table, { application, section: aSection({ section, answers, revision: 2 }) });
    await uploaded(application, file, aPdf());
    const { files } = await readFiles(table, application, section);
    expect(files["results"]).toMatchObject([{ state: "clean" }]);
  });

  test.for([
    ["DOCX", aDocx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["XLSX", anXlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ] as const)("%s is known by its content, whatever it is called", async ([, bytes, type]) => {
    const file = anAwaitedFile();
    const application = await drafted(file);
    await uploaded(application, file, bytes, { name: "uten endelse" });
    expect(await letters(application)).toMatchObject([{ state: "clean", type }]);
  });

  test.for([
    ["malware", aPdf(), "THREATS_FOUND", {}],
    ["unscanned", aPdf(), "UNSUPPORTED", {}],
    ["not-the-type", anExe(), "NO_THREATS_FOUND", {}],
    ["not-the-type", new TextEncoder().encode("%PD not quite"), "NO_THREATS_FOUND", {}],
    ["wrong-digest", aPdf(), "NO_THREATS_FOUND", { sha256: "0".repeat(64) }],
  ] as const)("%s is refused and removed at once", async ([why, bytes, result, declared]) => {
    const file = anAwaitedFile(declared);
    const application = await drafted(file);
    await uploaded(application, file, bytes, { result });
    expect(await letters(application)).toMatchObject([{ state: "refused", why, name: "Brev.pdf" }]);
    expect(s3.versions()).toEqual([]);
  });

  test("hearing it again changes nothing", async () => {
    const [good, bad] = [anAwaitedFile(), anAwaitedFile()];
    const application = await drafted(good, bad);
    const key = await uploaded(application, good, aPdf(), { version: "good" });
    const badKey = await uploaded(application, bad, anExe(), { version: "bad" });
    const before = await readSection(table, application.id, section);
    await handle(scanOf(key, "good"));
    await handle(scanOf(badKey, "bad"));
    expect(await readSection(table, application.id, section)).toEqual(before);
    expect(s3.versions()).toEqual(["good"]);
  });

  test("a second version of the same file is removed, and the first stays", async () => {
    const file = anAwaitedFile();
    const application = await drafted(file);
    await uploaded(application, file, aPdf("first"));
    const before = await letters(application);
    await uploaded(application, file, aPdf("second"), { version: "v2" });
    expect(await letters(application)).toEqual(before);
    expect(s3.versions()).toEqual(["v1"]);
  });

  test("a version that was judged while another was being looked at stays, and the other is removed", async () => {
    const file = anAwaitedFile();
    const application = await drafted(file);
    s3.beforeReading(async (version) => {
      if (version === "slow") await uploaded(application, file, aPdf("quick"), { version: "quick" });
    });
    await uploaded(application, file, aPdf("slow"), { version: "slow" });
    expect(await letters(application)).toMatchObject([{ state: "clean", version: "quick" }]);
    expect(s3.versions()).toEqual(["quick"]);
  });

  test("a file that was removed meanwhile leaves nothing behind", async () => {
    const application = await drafted();
    await uploaded(application, anAwaitedFile(), aPdf());
    expect(await letters(application)).toEqual([]);
    expect(s3.versions()).toEqual([]);
  });

  test("a sent version stays, though its file has been removed from the draft", async () => {
    const file = aFile({ version: "v1" });
    const application = await drafted();
    await keepSent(table, application, { attachments: { letters: [file] } });
    await uploaded(application, file, aPdf());
    expect(s3.versions()).toEqual(["v1"]);
  });

  test("two files at the same time both count", async () => {
    const [a, b] = [anAwaitedFile(), anAwaitedFile()];
    const application = await drafted(a, b);
    await Promise.all([
      uploaded(application, a, aPdf(), { version: "a" }),
      uploaded(application, b, aPdf(), { version: "b" }),
    ]);
    expect((await letters(application))?.map(({ state }) => state)).toEqual(["clean", "clean"]);
  });

  test("other objects and unknown applications are left alone or cleared away, and another bucket is an error", async () => {
    s3.put("something/else", "x", aPdf());
    await handle(scanOf("something/else", "x"));
    expect(s3.versions()).toEqual(["x"]);
    const event = scanOf("drafts/a", "x");
    event.detail.s3ObjectDetails.bucketName = "another";
    await expect(handle(event)).rejects.toThrow("another bucket");
    await expect(handle({})).rejects.toThrow();
  });
});

const sentRecord = (application: Application, SequenceNumber = "1", N = "1") => ({
  eventName: "INSERT",
  dynamodb: {
    SequenceNumber,
    NewImage: { item: { S: "submission" }, applicationId: { S: application.id }, number: { N } },
  },
});
const removedRecord = (application: Application) => ({
  eventName: "REMOVE",
  dynamodb: {
    SequenceNumber: "1",
    OldImage: { item: { S: "application" }, id: { S: application.id } },
  },
});

const sent = async ({ isThere = true } = {}) => {
  const application = await drafted();
  const key = uploadKey(application.id, aFile().id, "Brev.pdf");
  const file = aFile({ key, version: `sent-${application.id}` });
  await keepSent(table, application, {
    applicant: { organisation: "Test AS" },
    attachments: { strategy: [], letters: [file] },
  });
  if (isThere) s3.put(key, file.version ?? "", aPdf());
  return { application, version: file.version };
};

describe("when an application has been sent", () => {
  test("its files are locked in the versions that were sent, also when it is told twice", async () => {
    const { application, version } = await sent();
    s3.put(uploadKey(application.id, aFile().id, "Annet.pdf"), "not-sent", aPdf());
    await handle({ Records: [sentRecord(application)] });
    expect(await handle({ Records: [sentRecord(application)] })).toEqual({ batchItemFailures: [] });
    expect(s3.held()).toEqual([version]);
  });

  test("one whose file cannot be locked is named, and stops no other", async () => {
    const broken = await sent({ isThere: false });
    const { application, version } = await sent();
    expect(
      await handle({ Records: [sentRecord(broken.application, "7"), sentRecord(application, "8")] }),
    ).toEqual({
      batchItemFailures: [{ itemIdentifier: "7" }],
    });
    expect(s3.held()).toEqual([version]);
  });
});

describe("when an application has been sent again with another file", () => {
  test("both submissions keep theirs, locked in the versions that were sent", async () => {
    const { application, version } = await sent();
    await handle({ Records: [sentRecord(application)] });
    const begun = await kept(table, application);
    await beginChange(table, {
      application: begun,
      at: anEvent().at,
      event: anEvent({ what: "change-begun" }),
    });
    const file = anAwaitedFile();
    const answers = { letters: [file] };
    await saveSection(table, { application: begun, section: aSection({ section, answers, revision: 2 }) });
    await uploaded(application, file, aPdf("second"), { version: "second" });
    const [clean] = (await letters(application)) ?? [];
    await keepSent(table, await kept(table, application), { attachments: { letters: [clean] } });
    await handle({ Records: [sentRecord(application, "2", "2")] });
    expect(s3.held().toSorted()).toEqual([version, "second"].toSorted());
  });
});

describe("when a draft is removed", () => {
  test("its files go too, but not those that were sent, nor anybody else's", async () => {
    const { application, version } = await sent();
    const other = await drafted();
    s3.put(uploadKey(application.id, aFile().id, "Utkast.pdf"), "unsent", aPdf());
    s3.put(uploadKey(other.id, aFile().id, "Andres.pdf"), "theirs", aPdf());
    await handle({ Records: [removedRecord(application)] });
    expect(s3.versions().toSorted()).toEqual(["theirs", version].toSorted());
  });
});
