import * as z from "zod";
import type { Version } from "../s3/version.ts";
import type { Template } from "../template.ts";

const Properties = z.object({
  Role: z.string(),
  ProtectedResource: z.object({
    S3Bucket: z.object({ BucketName: z.string(), ObjectPrefixes: z.array(z.string()).default([""]) }),
  }),
});

/** That new objects of a bucket are scanned. */
export interface ScanPlan {
  readonly arn: string;
  /** The role that reads them. */
  readonly role: string;
  readonly covers: (version: Version) => boolean;
}

export const scanPlansIn = (template: Template): readonly ScanPlan[] =>
  template.resources("AWS::GuardDuty::MalwareProtectionPlan").map(({ id, properties }) => {
    const { Role, ProtectedResource } = Properties.parse(properties);
    const { BucketName, ObjectPrefixes } = ProtectedResource.S3Bucket;
    return {
      arn: template.attribute(id, "Arn"),
      role: Role,
      covers: ({ bucket, key, isMarker }) =>
        !isMarker && bucket === BucketName && ObjectPrefixes.some((prefix) => key.startsWith(prefix)),
    };
  });
