import middy from "@middy/core";
import type { DynamoDBBatchResponse } from "aws-lambda";
import * as z from "zod";
import { CallId } from "#shared/domain/call.ts";
import { ExportId } from "#shared/domain/export-job.ts";
import { InstantText, instant } from "#shared/domain/time.ts";
import type { Around } from "#shared/exports/folder.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { type Most, runExport } from "./run.ts";

const textOf = <Schema extends z.ZodType>(S: Schema) => z.object({ S });

/** What the stream says of a run that is to be made. Its time is in seconds since 1970. */
const Started = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    NewImage: z.object({
      id: textOf(ExportId),
      callId: textOf(CallId),
      startedAt: textOf(InstantText),
      run: z.object({ N: z.coerce.number().int() }),
    }),
  }),
});
const Stream = z.object({ Records: z.array(Started) });

/** Milliseconds that a volume may take: with less left no other is begun. */
const forOneVolume = 300_000;

/** With less than this left a volume is closed as it is. */
const toClose = 120_000;

/** Runs one export after the other. One that breaks comes again, and goes on after the volumes that are there. */
export const createHandler = (around: Around, most: Most) =>
  middy<unknown, DynamoDBBatchResponse>().handler(async (event, context) => {
    const hasTime = () => context.getRemainingTimeInMillis() > forOneVolume;
    const isLate = () => context.getRemainingTimeInMillis() < toClose;
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { dynamodb } of Stream.parse(event).Records) {
      const { id, callId, startedAt, run } = dynamodb.NewImage;
      const named = { id: id.S, callId: callId.S, startedAt: startedAt.S };
      const at = instant(Math.round(dynamodb.ApproximateCreationDateTime * 1000));
      await runExport(around, named, { number: run.N, at, hasTime, isLate, most }).catch((error: unknown) => {
        log("export.failed", { level: "ERROR", exportId: id.S, ...errorFields(error) });
        batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
      });
    }
    return { batchItemFailures };
  });
