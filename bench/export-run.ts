// Runs a job that has been started until it is finished: the function's own bundle, in a process of its own.
import { QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { CallId } from "../shared/domain/call.ts";
import { doneOf, type ExportJob, itemsOf } from "../shared/domain/export-job.ts";
import { exportsOf } from "../shared/records/export-jobs.ts";
import { openTable } from "../shared/records/table.ts";

const Bundle = z.object({
  handler: z.function({ input: [z.unknown(), z.unknown()], output: z.promise(z.unknown()) }),
});
const { handler } = Bundle.parse(await import(`${process.argv[2]}/index.mjs`));
const table = openTable(process.env["TABLE_NAME"] ?? "");

/** What the stream tells of the run that was asked for last. */
const lastRun = async () => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      ...{ TableName: table.name, KeyConditionExpression: "pk = :call AND begins_with(sk, :run)" },
      ExpressionAttributeValues: { ":call": { S: "CALL#nic-2024" }, ":run": { S: "EXPORT-RUN#" } },
    }),
  );
  return { SequenceNumber: "1", ApproximateCreationDateTime: 1_719_216_000, NewImage: Items.at(-1) };
};

const readJob = async (): Promise<ExportJob> => {
  const [job] = await exportsOf(table, CallId.parse("nic-2024"));
  if (!job) throw new Error("There is no export");
  return job;
};

const begun = performance.now();
let job = await readJob();
let runs = 0;
while (!job.finishedAt) {
  const from = performance.now();
  // As on AWS: a run has 15 minutes.
  const getRemainingTimeInMillis = () => 900_000 - (performance.now() - from);
  const told = await handler({ Records: [{ dynamodb: await lastRun() }] }, { getRemainingTimeInMillis });
  runs += 1;
  job = await readJob();
  if (JSON.stringify(told).includes("itemIdentifier")) throw new Error("The run broke");
}
const took = (performance.now() - begun) / 1000;
const megabytes = job.volumes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
console.log(
  [
    `${doneOf(job)} records, ${itemsOf(job)} rows in ${job.volumes.length} ZIP of ${megabytes.toFixed(1)} MB`,
    `${took.toFixed(1)} s in ${runs} runs, ${(doneOf(job) / took).toFixed(0)} records/s`,
    `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB RSS`,
  ].join("; "),
);
process.exit(0);
