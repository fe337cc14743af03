import { randomUUID } from "node:crypto";
import type { BusEvent } from "../event-rules.ts";
import type { Version } from "../s3/version.ts";
import type { Template } from "../template.ts";
import type { ScanPlan } from "./plans.ts";

/** The text that stands for a virus in every scanner's trials. In parts, so that no scanner takes this file for it. */
export const eicar = [
  "X5O!P%@AP[4\\PZX54(P^)7CC)7}",
  "$EICAR-STANDARD-",
  "ANTIVIRUS-TEST-FILE!",
  "$H+H*",
].join("");

export interface Finding {
  readonly scanStatus: "COMPLETED" | "SKIPPED";
  readonly scanResultStatus: "NO_THREATS_FOUND" | "THREATS_FOUND" | "ACCESS_DENIED";
  readonly threats: readonly { readonly name: string }[] | null;
}

/** What is found in an object that may be read. */
export const findingIn = (bytes: Buffer): Finding =>
  bytes.includes(eicar)
    ? {
        scanStatus: "COMPLETED",
        scanResultStatus: "THREATS_FOUND",
        threats: [{ name: "EICAR-Test-File (not a virus)" }],
      }
    : { scanStatus: "COMPLETED", scanResultStatus: "NO_THREATS_FOUND", threats: null };

export const notAllowed: Finding = {
  scanStatus: "SKIPPED",
  scanResultStatus: "ACCESS_DENIED",
  threats: null,
};

/** As GuardDuty tells it. */
export const findingEvent = (
  { scanStatus, scanResultStatus, threats }: Finding,
  { bucket, key, etag, id }: Version,
  { account, region, plan, now }: Pick<Template, "account" | "region"> & { plan: ScanPlan; now: number },
): BusEvent => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "GuardDuty Malware Protection Object Scan Result",
  source: "aws.guardduty",
  account,
  time: new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
  region,
  resources: [plan.arn],
  detail: {
    schemaVersion: "1.0",
    scanStatus,
    resourceType: "S3_OBJECT",
    s3ObjectDetails: {
      bucketName: bucket,
      objectKey: key,
      eTag: etag.replaceAll('"', ""),
      versionId: id,
      s3Throttled: false,
    },
    scanResultDetails: { scanResultStatus, threats },
  },
});
