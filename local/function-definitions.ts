import { statSync } from "node:fs";
import * as z from "zod";
import type { Resource, Template } from "./template.ts";

/** A function of the template, with what is needed to run it. */
export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** The name of its role. */
  readonly role: string;
  /** The folder its bundle lies in. */
  readonly code: string;
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly reservedConcurrency?: number;
  readonly region: string;
  readonly logFormat: "Text" | "JSON";
  /** The least that a function logs, when its format is JSON. */
  readonly logLevel: string;
  readonly environment: Readonly<Record<string, string>>;
}

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string().startsWith("nodejs"),
  Role: z.string(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  LoggingConfig: z
    .object({
      LogFormat: z.enum(["Text", "JSON"]).default("Text"),
      ApplicationLogLevel: z.string().default("INFO"),
    })
    .optional(),
  Layers: z.undefined("layers are not known to the local runtime").optional(),
  PackageType: z.literal("Zip").optional(),
});

const ServiceToken = z.object({ ServiceToken: z.string() });

const bundleOf = (template: Template, objectKey: string): string => {
  const folder = template.asset(objectKey);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`its bundle ${folder} is not a folder`);
  return folder;
};

const define = (template: Template, { id, properties }: Resource): FunctionDefinition => {
  const parsed = FunctionProperties.safeParse(properties);
  if (!parsed.success)
    throw new Error(`the function ${id} cannot run on this machine: ${z.prettifyError(parsed.error)}`);
  const { Code, Role, ReservedConcurrentExecutions, Environment, LoggingConfig } = parsed.data;
  return {
    id,
    name: template.name(id),
    arn: template.attribute(id, "Arn"),
    role: Role.split("/").at(-1) ?? Role,
    code: bundleOf(template, Code.S3Key),
    handler: parsed.data.Handler,
    runtime: parsed.data.Runtime,
    timeoutSeconds: parsed.data.Timeout,
    memoryMegabytes: parsed.data.MemorySize,
    ...(ReservedConcurrentExecutions !== undefined && { reservedConcurrency: ReservedConcurrentExecutions }),
    region: template.region,
    logFormat: LoggingConfig?.LogFormat ?? "Text",
    logLevel: LoggingConfig?.ApplicationLogLevel ?? "INFO",
    environment: Environment?.Variables ?? {},
  };
};

/**
 * The product's functions. Those that only serve a bucket deployment are left out: they copy files when AWS
 * deploys, and here the files are served from where they lie.
 */
export const functionsIn = (template: Template): readonly FunctionDefinition[] => {
  const deployers = template
    .resources("Custom::CDKBucketDeployment")
    .map(({ properties }) => ServiceToken.parse(properties).ServiceToken);
  return template
    .resources("AWS::Lambda::Function")
    .filter(({ id }) => !deployers.includes(template.attribute(id, "Arn")))
    .map((resource) => define(template, resource));
};
