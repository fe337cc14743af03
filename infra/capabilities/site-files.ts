import { readdirSync } from "node:fs";
import { Duration, Stack, Validations } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import type { Bundles } from "../bundle.ts";
import { PrivateBucket } from "./private-bucket.ts";

export interface SiteFilesProps {
  readonly site: Bundles["site"];
  readonly accessLogs: PrivateBucket;
  readonly logRetentionDays: number;
}

/** Style, script, font and icon, at an address that carries their hash. Those of earlier versions stay, for pages still open. */
export class SiteFiles extends Construct {
  readonly bucket: PrivateBucket;
  private readonly path: string;
  private readonly deployment: BucketDeployment;

  constructor(scope: Construct, id: string, { site, accessLogs, logRetentionDays }: SiteFilesProps) {
    super(scope, id);
    this.path = `assets/${site.hash}`;
    this.bucket = new PrivateBucket(this, "Bucket", {
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: "site-files/",
    });
    const files = new Asset(this, "Files", { path: site.folder });
    const logGroup = new LogGroup(this, "CopyLog", { retention: logRetentionDays });
    this.deployment = new BucketDeployment(this, "Deployment", {
      sources: [Source.bucket(files.bucket, files.s3ObjectKey)],
      destinationBucket: this.bucket,
      destinationKeyPrefix: this.path,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
      prune: false,
      logGroup,
      role: this.copyingRole(files, readdirSync(site.folder), logGroup).withoutPolicyUpdates(),
    });
    this.acknowledgeCopier();
  }

  /** Gives a function the files' address, and lets it take over only when they are there. */
  allowLinking(fn: LambdaFunction): void {
    fn.addEnvironment("ASSETS_PATH", `/${this.path}`);
    fn.node.addDependency(this.deployment);
  }

  /** CDK would let its copier read every asset of the account and delete from the bucket. It needs to read one and write these files. */
  private copyingRole(files: Asset, names: readonly string[], logGroup: LogGroup): iam.Role {
    const allow = (actions: string[], ...resources: string[]) =>
      new iam.PolicyStatement({ actions, resources });
    const copying = new iam.PolicyDocument({
      statements: [
        allow(["s3:GetObject"], files.bucket.arnForObjects(files.s3ObjectKey)),
        allow(["s3:ListBucket"], this.bucket.bucketArn),
        allow(["s3:PutObject"], ...names.map((name) => this.bucket.arnForObjects(`${this.path}/${name}`))),
        allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn),
      ],
    });
    return new iam.Role(this, "CopyingRole", {
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { copying },
    });
  }

  private acknowledgeCopier(): void {
    const { children } = Stack.of(this).node;
    const copier = children.find(({ node }) => node.id.startsWith("Custom::CDKBucketDeployment"));
    if (!copier) throw new Error("CDK's copier of files is not where it was.");
    Validations.of(copier).acknowledge({
      id: "AwsSolutions-L1",
      reason: "CDK's own function. It chooses the runtime, and moves it when we update CDK.",
    });
  }
}
