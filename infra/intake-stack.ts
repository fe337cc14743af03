import { CfnOutput, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { CallDefinition } from "#shared/calls/index.ts";
import { type BackgroundPlan, backgroundFunctions } from "./background-functions.ts";
import type { Bundles } from "./bundle.ts";
import type { Guard } from "./capabilities/pages-api.ts";
import type { FunctionPlan } from "./function-plan.ts";
import { IntakeFunction } from "./intake-function.ts";
import { type PageFunctionPlan, pageFunctions } from "./page-functions.ts";
import { makeParts, type Parts } from "./parts.ts";
import type { Stage } from "./stage.ts";

export interface IntakeStackProps {
  readonly stage: Stage;
  readonly bundles: Bundles;
  readonly calls: readonly CallDefinition[];
}

/** The whole service: its parts, and functions that are allowed some of them. Here they are only put together. */
export class IntakeStack extends Stack {
  private readonly props: IntakeStackProps;
  private readonly parts: Parts;

  constructor(scope: Construct, id: string, props: IntakeStackProps) {
    const { stage } = props;
    const description = `Opptak, ${stage.name}`;
    super(scope, id, { description, env: { region: stage.region }, terminationProtection: true });
    this.props = props;
    this.parts = makeParts(this, props);
    const { machineClients, operations, pagesApi, schedules } = this.parts;
    const pages = Object.entries<PageFunctionPlan>(pageFunctions)
      .filter(([, { machineRoutes }]) => machineClients || !machineRoutes)
      .map(([name, plan]) => this.pageFunction(name, plan));
    const background = Object.entries<BackgroundPlan>(backgroundFunctions).map(([name, plan]) => {
      const fn = this.function(name, plan);
      plan.tie(fn, this.parts, props.calls);
      return fn;
    });
    operations.watchFunctions([...pages, ...background]);
    operations.watchApi(pagesApi.api);
    operations.watchDeadLetters("schedules", schedules.deadLetters);
    operations.watchMailReputation();
    this.tellAddresses();
  }

  private pageFunction(name: string, plan: PageFunctionPlan): IntakeFunction {
    const { siteUrl, siteFiles, pagesApi, signIn, machineClients } = this.parts;
    const fn = this.function(name, plan);
    fn.addEnvironment("SITE_URL", siteUrl);
    siteFiles.allowLinking(fn);
    pagesApi.serve(fn, this.guarded(plan));
    if (name === "sign-in") signIn.allowSigningIn(fn);
    if (plan.machineRoutes) machineClients?.tellTokenUrl(fn);
    return fn;
  }

  private guarded({ routes, machineRoutes = {} }: PageFunctionPlan): ReadonlyMap<string, Guard | undefined> {
    const guards = new Map<string, Guard | undefined>(routes.map((route) => [route, undefined]));
    const clients = this.parts.machineClients;
    if (clients)
      for (const [route, scope] of Object.entries(machineRoutes)) guards.set(route, clients.guard(scope));
    return guards;
  }

  private function(name: string, plan: FunctionPlan): IntakeFunction {
    const { records, files, receiptKeys, asksRegister, timeoutSeconds = 20, memoryMegabytes = 1024 } = plan;
    const { bundles, stage } = this.props;
    const fn = new IntakeFunction(this, name, {
      bundle: bundles.functionFolder(name),
      logRetentionDays: stage.logRetentionDays,
      timeoutSeconds,
      // The share of a processor follows the memory; less makes cold starts slow, not cheap.
      memoryMegabytes,
    });
    this.parts.records.allow(fn, records);
    if (files) this.parts.attachments.allow(fn, files);
    if (receiptKeys?.includes("sign")) this.parts.receiptKeys.allowSigning(fn);
    if (receiptKeys?.includes("read")) this.parts.receiptKeys.allowReading(fn);
    if (asksRegister) fn.addEnvironment("REGISTER_URL", this.parts.registerUrl);
    return fn;
  }

  private tellAddresses(): void {
    const { siteUrl, frontDoor, mail } = this.parts;
    const lines = {
      SiteAddress: siteUrl,
      FrontDoorDomain: frontDoor.distribution.distributionDomainName,
      ...mail.dnsLines(),
    };
    for (const [name, value] of Object.entries(lines)) new CfnOutput(this, name, { value });
  }
}
