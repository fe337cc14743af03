import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** A bucket that is closed to the world, encrypted, and reached over TLS alone. */
export class PrivateBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, props: s3.BucketProps) {
    super(scope, id, {
      ...props,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
    });
  }

  override get isWebsite(): boolean {
    return false;
  }
}
