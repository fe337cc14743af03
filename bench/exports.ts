// What making a table as a job takes: node bench/exports.ts --what registrations --kind csv,xlsx --count 100000
import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { bundle } from "../infra/bundle.ts";
import { startDynamoDbLocal } from "../local/dynamodb-local.ts";
import { addressOf, listen } from "../local/listening.ts";
import { nic2024 } from "../shared/calls/nic-2024/index.ts";
import { ExportId, ExportJob, readFor, TableChoice, untilOf } from "../shared/domain/export-job.ts";
import { type Instant, instant } from "../shared/domain/time.ts";
import { countOf } from "../shared/exports/whole.ts";
import { startExport } from "../shared/records/export-jobs.ts";
import { openTable } from "../shared/records/table.ts";
import { tableDefinition } from "../shared/records/table-definition.ts";
import { anEvent } from "../test/support/builders.ts";
import { fill, fillable } from "./export-fill.ts";

const { values } = parseArgs({
  options: {
    what: { type: "string", default: "registrations" },
    kind: { type: "string", default: "csv" },
    count: { type: "string", default: "1000" },
    /** What each of five attachments has, in kB. */
    attached: { type: "string", default: "500" },
    /** Of the heap, in MB: nine tenths of what the function has. */
    heap: { type: "string", default: "460" },
  },
});
const count = Number(values.count);
const what = fillable.find((one) => one === values.what) ?? "registrations";

const attached = randomBytes(1000 * Number(values.attached));

/** What S3 says of an upload in parts: that it has begun, and that it is whole. */
const told = `<Result><UploadId>${randomUUID()}</UploadId><ETag>whole</ETag></Result>`;

/** Stands for S3: takes every file and keeps none, and has the same content for every attachment. */
const sink = createServer((request, response) => {
  request.resume();
  const body = { GET: attached, POST: told, PUT: "" }[request.method ?? "PUT"];
  const headers = { "x-amz-version-id": randomUUID(), etag: '"part"' };
  request.on("end", () => response.writeHead(200, headers).end(body));
});
await listen(sink);
const database = await startDynamoDbLocal();
Object.assign(process.env, {
  ...{ AWS_REGION: "eu-north-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" },
  AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
  ...{ FILES_BUCKET: "files", SITE_URL: "https://opptak.example" },
  AWS_ENDPOINT_URL_S3: `http://${addressOf(sink)}`,
});
const table = openTable(`bench-${randomUUID()}`);
process.env["TABLE_NAME"] = table.name;
await table.client.send(new CreateTableCommand({ ...tableDefinition, TableName: table.name }));

const timed = async <Done>(name: string, work: () => Promise<Done>): Promise<Done> => {
  const begun = performance.now();
  const done = await work();
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return done;
};

await timed(`${count} ${what} put`, () => fill(table, what, { count, attached }));
const { functionFolder } = await bundle();
const run = [`--max-old-space-size=${values.heap}`, "bench/export-run.ts", functionFolder("export-job")];

/** The exit code of the run. */
const exported = async (kind: string, startedAt: Instant): Promise<number> => {
  const wanted = { definition: nic2024, until: untilOf({ startedAt }) };
  const expected = await timed("counted by the index", () => countOf(table, readFor({ what }), wanted));
  const job = ExportJob.parse({
    ...{ id: ExportId.parse(randomUUID()), callId: nic2024.call.id, language: "nb" },
    startedBy: { id: "person-1", name: "Sak S. Behandler", email: "sak@opptak.example" },
    ...{ startedAt: startedAt.toString({ fractionalSecondDigits: 3 }), volumes: [] },
    ...{ what, kind: TableChoice.shape.kind.parse(kind), csv: "excel", query: {}, expected },
  });
  await startExport(table, job, anEvent());
  console.log(`${what} as ${kind}:`);
  const child = spawn(process.execPath, run, { stdio: "inherit" });
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)));
};

const first = instant("2024-06-24T08:00:00.000Z");
let broken = 0;
for (const [i, kind] of values.kind.split(",").entries())
  broken += await exported(kind, first.add({ minutes: i }));
if (broken > 0) console.log("a run broke");
await database.stop();
process.exit(Math.min(broken, 1));
