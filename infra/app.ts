import { calls } from "#shared/calls/index.ts";
import { bundle } from "./bundle.ts";
import { readStage } from "./stage.ts";
import { openApp, synthesise } from "./synthesise.ts";

// Run by `cdk deploy --context stage=…`, which names the folder, and by `STAGE=… node infra/app.ts`.
const app = openApp(process.env["CDK_OUTDIR"] ?? "cdk.out");
const stage = readStage(String(app.node.tryGetContext("stage") ?? process.env["STAGE"] ?? "demo"));
synthesise(app, { stage, bundles: await bundle(), calls });
