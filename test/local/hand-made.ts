import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { FunctionDefinition } from "../../local/function-definitions.ts";
import { readTemplate, type TemplateOptions } from "../../local/template.ts";

/** A folder that is gone when the test is over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "opptak-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const write = (folder: string, file: string, content: object) =>
  writeFileSync(path.join(folder, file), JSON.stringify(content));

export interface HandMade {
  readonly Parameters?: object;
  readonly Mappings?: object;
  readonly Conditions?: object;
  readonly Resources?: object;
  readonly Outputs?: object;
}

/** Writes an assembly as a synthesis does, with one stack called Intake and one asset, `bundle.zip`. */
export const assemblyOf = (template: HandMade, folder = temporaryFolder()): string => {
  mkdirSync(path.join(folder, "asset.bundle"));
  writeFileSync(path.join(folder, "asset.bundle", "index.mjs"), "export const handler = async () => 1;");
  const destinations = { current: { objectKey: "bundle.zip" } };
  write(folder, "manifest.json", {
    artifacts: {
      Tree: { type: "cdk:tree" },
      "Intake.assets": { type: "cdk:asset-manifest", properties: { file: "Intake.assets.json" } },
      Intake: {
        type: "aws:cloudformation:stack",
        environment: "aws://unknown-account/unknown-region",
        properties: { templateFile: "Intake.template.json" },
      },
    },
  });
  write(folder, "Intake.assets.json", {
    files: { bundle: { source: { path: "asset.bundle" }, destinations } },
  });
  write(folder, "Intake.template.json", { Resources: {}, ...template });
  return folder;
};

export const templateOf = (template: HandMade, options?: TemplateOptions) =>
  readTemplate(assemblyOf(template), options);

/** A function with the given module as its bundle. */
export const functionOf = (code: string, rest: Partial<FunctionDefinition> = {}): FunctionDefinition => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "index.mjs"), code);
  return {
    id: "Tried",
    name: "tried",
    arn: "arn:aws:lambda:eu-north-1:000000000000:function:tried",
    role: "tried-role",
    code: folder,
    handler: "index.handler",
    runtime: "nodejs24.x",
    timeoutSeconds: 10,
    memoryMegabytes: 128,
    region: "eu-north-1",
    logFormat: "Text",
    logLevel: "INFO",
    environment: {},
    ...rest,
  };
};
