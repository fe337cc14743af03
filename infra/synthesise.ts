import { App, Validations } from "aws-cdk-lib";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import { AwsSolutionsChecks } from "cdk-nag";
import { IntakeStack, type IntakeStackProps } from "./intake-stack.ts";

/** Ways of AWS's library that came after its first version and have to be asked for. */
const laterWays = {
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
};

/** An empty app that writes to a folder, the same whether AWS's command line started it or not. */
export const openApp = (outdir: string): App =>
  new App({ outdir, analyticsReporting: false, autoSynth: false, postCliContext: laterWays });

/** The template and its assets, checked by cdk-nag: a finding that nobody has answered for is an error. */
export const synthesise = (app: App, props: IntakeStackProps): CloudAssembly => {
  new IntakeStack(app, `Opptak-${props.stage.name}`, props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app.synth();
};
