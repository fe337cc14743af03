import { Duration, Validations } from "aws-cdk-lib";
import { ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { PrivateBucket } from "./private-bucket.ts";

/** Where CloudFront and S3 write who asked for what. It holds network addresses, so it is emptied when the retention says so. */
export class AccessLogBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, retentionDays: number) {
    super(scope, id, {
      // CloudFront's log delivery still writes by access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(retentionDays) }],
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-S1",
      reason: "This is the bucket of access logs; logging itself would never end.",
    });
  }
}
