import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
    }),
  ),
});

const Properties = z.record(z.string(), z.unknown()).default({});

const TemplateFile = z.object({
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: z.unknown().optional() }))
    .default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Condition: z.string().optional(), Properties }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Condition: z.string().optional() }))
    .default({}),
});

const Assets = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** What `cdk synth` wrote: one stack's template as it stands, and where its assets lie. */
export interface Assembly {
  readonly stackName: string;
  readonly region: string;
  readonly template: z.infer<typeof TemplateFile>;
  asset(objectKey: string): string;
}

const readJson = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> => {
  if (!existsSync(file)) throw new Error(`there is no ${file}: synthesise first (npm run synth)`);
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(`${file} is not what a synthesis writes`, { cause: error });
  }
};

const chooseStack = (manifest: z.infer<typeof Manifest>, wanted: string | undefined) => {
  const stacks = Object.entries(manifest.artifacts).filter(
    ([, { type }]) => type === "aws:cloudformation:stack",
  );
  const chosen = wanted === undefined ? stacks : stacks.filter(([name]) => name === wanted);
  const [only, another] = chosen;
  const names = stacks.map(([name]) => name).join(", ") || "none";
  if (!only) throw new Error(`the assembly has no stack ${wanted ?? "at all"}; it has ${names}`);
  if (another) throw new Error(`the assembly has several stacks, and one must be chosen: ${names}`);
  return only;
};

/** Region of an environment such as `aws://123456789012/eu-north-1`, when the stack names one. */
const regionIn = (environment = "", otherwise: string): string => {
  const region = environment.split("/").at(-1) ?? "";
  return region === "" || region === "unknown-region" ? otherwise : region;
};

export const openAssembly = (directory: string, stack: string | undefined, region: string): Assembly => {
  const manifest = readJson(path.join(directory, "manifest.json"), Manifest);
  const [stackName, artifact] = chooseStack(manifest, stack);
  const assetsFile = manifest.artifacts[`${stackName}.assets`]?.properties?.file;
  const templateFile = artifact.properties?.templateFile ?? `${stackName}.template.json`;
  const { files } = assetsFile ? readJson(path.join(directory, assetsFile), Assets) : { files: {} };
  const sources = new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, path.resolve(directory, source.path)]),
    ),
  );
  return {
    stackName,
    region: regionIn(artifact.environment, region),
    template: readJson(path.join(directory, templateFile), TemplateFile),
    asset: (objectKey) => {
      const source = sources.get(objectKey);
      if (source === undefined) throw new Error(`the assembly has no asset ${objectKey}`);
      return source;
    },
  };
};
