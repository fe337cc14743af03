import * as z from "zod";
import type { Resource, Template } from "../template.ts";

const Rule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
});

const Properties = z.object({
  CorsConfiguration: z.object({ CorsRules: z.array(Rule) }).optional(),
  VersioningConfiguration: z.object({ Status: z.string() }).optional(),
  ObjectLockEnabled: z.boolean().default(false),
  ObjectLockConfiguration: z.undefined("default retention is not known here").optional(),
});

/** A bucket of the template that keeps every version. */
export interface BucketDefinition {
  readonly name: string;
  readonly arn: string;
  /** Its address on AWS. */
  readonly origin: string;
  readonly cors: readonly z.infer<typeof Rule>[];
  readonly canLock: boolean;
}

const read = (template: Template, { id, properties }: Resource): readonly BucketDefinition[] => {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success) throw new Error(`the bucket ${id} cannot run here: ${z.prettifyError(parsed.error)}`);
  const { VersioningConfiguration, CorsConfiguration, ObjectLockEnabled } = parsed.data;
  if (VersioningConfiguration?.Status !== "Enabled") return [];
  return [
    {
      name: template.name(id),
      arn: template.attribute(id, "Arn"),
      origin: `https://${template.attribute(id, "RegionalDomainName")}`,
      cors: CorsConfiguration?.CorsRules ?? [],
      canLock: ObjectLockEnabled,
    },
  ];
};

/** The template's buckets with versions. Others hold site files and logs, which no function reads or writes. */
export const bucketsIn = (template: Template): readonly BucketDefinition[] =>
  template.resources("AWS::S3::Bucket").flatMap((resource) => read(template, resource));
