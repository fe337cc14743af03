import { Duration } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { DeadLetters } from "./dead-letters.ts";
import { MalwareScan } from "./malware-scan.ts";
import { PrivateBucket } from "./private-bucket.ts";
import { tellOf } from "./told-of.ts";

/** What a function does with the files. `ListBucket` and what follows from it is how S3 tells "not there" from "not for you". */
export interface FilesUse {
  readonly objects?: readonly (
    | "PutObject"
    | "GetObjectVersion"
    | "DeleteObjectVersion"
    | "PutObjectLegalHold"
  )[];
  readonly bucket?: readonly ("ListBucket" | "ListBucketVersions")[];
  /** What it does with the files of exports. */
  readonly exports?: readonly ("PutObject" | "AbortMultipartUpload" | "GetObjectVersion")[];
  /** Whether its pages have forms that post to the bucket. */
  readonly takesUploads?: true;
}

export interface AttachmentsProps {
  readonly siteUrl: string;
  readonly accessLogs: PrivateBucket;
}

const folder = "drafts/";
const exportFolder = "exports/";

/** The files that applicants attach: each version scanned, and those that were sent locked by a legal hold. */
export class Attachments extends Construct {
  private readonly bucket: PrivateBucket;
  readonly failedScans: Metric;

  constructor(scope: Construct, id: string, { siteUrl, accessLogs }: AttachmentsProps) {
    super(scope, id);
    this.bucket = new PrivateBucket(this, "Bucket", {
      versioned: true,
      objectLockEnabled: true,
      cors: [
        { allowedOrigins: [siteUrl], allowedMethods: [HttpMethods.POST, HttpMethods.GET], maxAge: 3600 },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
        // A last resort: drafts that are removed take their files along, and a legal hold outlives this.
        { prefix: folder, expiration: Duration.days(400) },
        // What staff took out can be had for 24 hours; S3 removes it at the midnight after.
        {
          prefix: exportFolder,
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: "attachments/",
    });
    this.failedScans = new MalwareScan(this, "Scan", { bucket: this.bucket, folder }).failed;
  }

  /** Gives a function the bucket's name and the right to just this use of it. */
  allow(fn: LambdaFunction, { objects = [], bucket = [], exports = [], takesUploads }: FilesUse): void {
    fn.addEnvironment("FILES_BUCKET", this.bucket.bucketName);
    if (takesUploads) fn.addEnvironment("FILES_ORIGIN", `https://${this.bucket.bucketRegionalDomainName}`);
    const allow = (actions: readonly string[], resource: string) =>
      fn.addToRolePolicy(
        new iam.PolicyStatement({ actions: actions.map((one) => `s3:${one}`), resources: [resource] }),
      );
    const inFolder = (actions: readonly string[], within: string, reason: string): void => {
      if (actions.length === 0) return;
      allow(actions, this.bucket.arnForObjects(`${within}*`));
      if (fn.role) this.bucket.acknowledgeFolder(fn.role, within, reason);
    };
    inFolder(objects, folder, "All attachments lie in this folder.");
    inFolder(exports, exportFolder, "All files of exports lie in this folder.");
    if (bucket.length > 0) allow(bucket, this.bucket.bucketArn);
  }

  /** Tells a function what each scan found, and keeps aside what it fails with three times. */
  tellResults(fn: LambdaFunction): DeadLetters {
    return tellOf(
      this,
      {
        id: "Scanned",
        description: "GuardDuty has scanned an attachment",
        pattern: {
          source: ["aws.guardduty"],
          detailType: ["GuardDuty Malware Protection Object Scan Result"],
          detail: { s3ObjectDetails: { bucketName: [this.bucket.bucketName] } },
        },
      },
      fn,
    );
  }
}
