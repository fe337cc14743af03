import { CfnElement, Stack, Validations } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import type { Construct, IConstruct } from "constructs";

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

  /** Answers for somebody's rights to all objects whose keys begin so, which cdk-nag asks about. */
  acknowledgeFolder(who: IConstruct, folder: string, reason: string): void {
    const { defaultChild } = this.node;
    if (!CfnElement.isCfnElement(defaultChild)) throw new Error("The bucket is not where it was.");
    const arn = `<${Stack.of(this).getLogicalId(defaultChild)}.Arn>`;
    Validations.of(who).acknowledge({ id: `AwsSolutions-IAM5[Resource::${arn}/${folder}*]`, reason });
  }

  override get isWebsite(): boolean {
    return false;
  }
}
