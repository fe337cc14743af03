import middy from "@middy/core";
import type { DynamoDBBatchResponse } from "aws-lambda";
import * as z from "zod";
import { ApplicationId } from "#shared/domain/application.ts";
import { ScanResult } from "#shared/domain/file-judgement.ts";
import { instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { type Attachments, fileScanned } from "./scanned.ts";
import { forgetApplication, holdSent } from "./sent.ts";

/** GuardDuty's word on one version of an object, by EventBridge. */
const ScanEvent = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    s3ObjectDetails: z.object({ bucketName: z.string(), objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: ScanResult }),
  }),
});

const text = z.object({ S: z.string() });
const SequenceNumber = z.string();
/** A submission that was sent, or an application that was removed. */
const Change = z.union([
  z.object({
    eventName: z.literal("INSERT"),
    dynamodb: z.object({
      SequenceNumber,
      NewImage: z.object({
        item: z.object({ S: z.literal("submission") }),
        applicationId: text,
        number: z.object({ N: z.coerce.number().int() }),
      }),
    }),
  }),
  z.object({
    eventName: z.literal("REMOVE"),
    dynamodb: z.object({
      SequenceNumber,
      OldImage: z.object({ item: z.object({ S: z.literal("application") }), id: text }),
    }),
  }),
]);
type Change = z.infer<typeof Change>;
const Stream = z.object({ Records: z.array(Change) });

const follow = async (around: Attachments, change: Change): Promise<void> => {
  if (change.eventName === "REMOVE")
    return forgetApplication(around, ApplicationId.parse(change.dynamodb.OldImage.id.S));
  const { applicationId, number } = change.dynamodb.NewImage;
  return holdSent(around, { application: ApplicationId.parse(applicationId.S), number: number.N });
};

/** One by one; those that break are named and come again. */
const followAll = async (around: Attachments, changes: readonly Change[]): Promise<DynamoDBBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const change of changes)
    await follow(around, change).catch((error: unknown) => {
      log("files.not-followed", { level: "ERROR", ...errorFields(error) });
      batchItemFailures.push({ itemIdentifier: change.dynamodb.SequenceNumber });
    });
  return { batchItemFailures };
};

/** Started by scan results, and by the table's stream for submissions and for applications that are removed. */
export const createHandler = (around: Attachments) =>
  middy<unknown, DynamoDBBatchResponse | undefined>().handler(async (event) => {
    const stream = Stream.safeParse(event);
    if (stream.success) return followAll(around, stream.data.Records);
    const { time, detail } = ScanEvent.parse(event);
    const { bucketName, objectKey: key, versionId: version } = detail.s3ObjectDetails;
    if (bucketName !== around.bucket.name) throw new Error("The scan is of another bucket");
    const result = detail.scanResultDetails.scanResultStatus;
    await fileScanned(around, { key, version, result, at: instant(time) });
    return undefined;
  });
