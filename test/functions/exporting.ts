import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { CallId } from "#shared/domain/call.ts";
import type { ExportJob } from "#shared/domain/export-job.ts";
import { exportsOf } from "#shared/records/export-jobs.ts";
import type { Table } from "#shared/records/table.ts";
import { createHandler } from "../../functions/export-job/handler.ts";
import { mostOnAws } from "../../functions/export-job/most.ts";
import type { Most } from "../../functions/export-job/run.ts";
import type { localBucket } from "../support/bucket.ts";
import { aContext } from "../support/http-event.ts";

/** What the stream tells of runs that have been asked for, in their order. */
export const runsOf = async (table: Table) => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      ...{ TableName: table.name, KeyConditionExpression: "pk = :call AND begins_with(sk, :run)" },
      ExpressionAttributeValues: { ":call": { S: "CALL#nic-2024" }, ":run": { S: "EXPORT-RUN#" } },
    }),
  );
  return Items.map((item, i) => ({
    eventName: "INSERT",
    dynamodb: {
      ...{ SequenceNumber: `${i}`, ApproximateCreationDateTime: Date.parse("2024-06-24T08:00:00Z") / 1000 },
      NewImage: item,
    },
  }));
};

/** Runs what was asked for last, with time for so many volumes. */
export const runLast = async (
  { table, s3 }: { readonly table: Table; readonly s3: Awaited<ReturnType<typeof localBucket>> },
  most: Partial<Most> = {},
  volumes = 100,
): Promise<unknown> => {
  const before = s3.versions().length;
  const getRemainingTimeInMillis = () => (s3.versions().length < before + volumes ? 900_000 : 1000);
  const around = { table, bucket: s3.bucket, siteUrl: "https://opptak.example" };
  const last = (await runsOf(table)).slice(-1);
  const handler = createHandler(around, { ...mostOnAws, ...most });
  return handler({ Records: last }, { ...aContext, getRemainingTimeInMillis });
};

/** The export that was asked for last. */
export const lastJob = async (table: Table): Promise<ExportJob> => {
  const [job] = await exportsOf(table, CallId.parse("nic-2024"));
  if (!job) throw new Error("There is no export");
  return job;
};
