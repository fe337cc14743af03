import { CfnOutput, CfnParameter, Duration, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { CallDefinition } from "#shared/calls/index.ts";
import { backgroundFunctions, type FunctionPlan } from "./background-functions.ts";
import type { Bundles } from "./bundle.ts";
import { AccessLogBucket } from "./capabilities/access-log-bucket.ts";
import { Attachments } from "./capabilities/attachments.ts";
import { FrontDoor } from "./capabilities/front-door.ts";
import { MachineClients } from "./capabilities/machine-clients.ts";
import { Mail } from "./capabilities/mail.ts";
import { Operations } from "./capabilities/operations.ts";
import { type Guard, PagesApi } from "./capabilities/pages-api.ts";
import { ReceiptKeys } from "./capabilities/receipt-keys.ts";
import { RecordsTable } from "./capabilities/records-table.ts";
import { Schedules } from "./capabilities/schedules.ts";
import { SignIn } from "./capabilities/sign-in.ts";
import { SiteFiles } from "./capabilities/site-files.ts";
import { IntakeFunction } from "./intake-function.ts";
import { type PageFunctionPlan, pageFunctions } from "./page-functions.ts";
import type { Stage } from "./stage.ts";

export interface IntakeStackProps {
  readonly stage: Stage;
  readonly bundles: Bundles;
  readonly calls: readonly CallDefinition[];
}

/** The whole service: capabilities, and functions that are allowed some of them. Here they are only put together. */
export class IntakeStack extends Stack {
  private readonly props: IntakeStackProps;
  private readonly siteUrl: string;
  private readonly registerUrl: string;
  private readonly records: RecordsTable;
  private readonly receiptKeys: ReceiptKeys;
  private readonly attachments: Attachments;
  private readonly siteFiles: SiteFiles;
  private readonly pagesApi: PagesApi;
  private readonly frontDoor: FrontDoor;
  private readonly mail: Mail;
  private readonly signIn: SignIn;
  private readonly machineClients: MachineClients | undefined;
  private readonly schedules: Schedules;
  private readonly operations: Operations;

  constructor(scope: Construct, id: string, props: IntakeStackProps) {
    const { stage, bundles } = props;
    const { logRetentionDays } = stage;
    const description = `Opptak, ${stage.name}`;
    super(scope, id, { description, env: { region: stage.region }, terminationProtection: true });
    this.props = props;
    this.siteUrl = this.siteUrlParameter();
    this.registerUrl = this.registerUrlParameter();
    this.records = new RecordsTable(this, "Records");
    this.receiptKeys = new ReceiptKeys(this, "ReceiptKeys", stage);
    const accessLogs = new AccessLogBucket(this, "AccessLogs", logRetentionDays);
    this.attachments = new Attachments(this, "Attachments", { siteUrl: this.siteUrl, accessLogs });
    this.siteFiles = new SiteFiles(this, "SiteFiles", { site: bundles.site, accessLogs, logRetentionDays });
    this.pagesApi = new PagesApi(this, "Pages", logRetentionDays);
    this.frontDoor = new FrontDoor(this, "FrontDoor", {
      stage,
      pagesHost: this.pagesApi.domainName,
      siteFiles: this.siteFiles.bucket,
      accessLogs,
    });
    this.mail = new Mail(this, "Mail", stage);
    this.signIn = new SignIn(this, "SignIn", { stage, siteUrl: this.siteUrl, mail: this.mail });
    const { ownPool } = this.signIn;
    this.machineClients = ownPool && new MachineClients(this, "MachineClients", ownPool);
    this.schedules = new Schedules(this, "Schedules");
    this.operations = new Operations(this, "Operations", stage.alarmEmail);

    const pages = Object.entries<PageFunctionPlan>(pageFunctions)
      // Where another issuer vouches for people, there is nobody to give machines their tokens.
      .filter(([, { machineRoutes }]) => this.machineClients || !machineRoutes)
      .map(([name, plan]) => this.pageFunction(name, plan));
    const background = [
      this.deadlineEnforcement(),
      this.mailDelivery(),
      this.mailFeedback(),
      this.attachmentsFollower(),
      this.statistics(),
      this.exportJob(),
    ];
    this.operations.watchFunctions([...pages, ...background]);
    this.operations.watchApi(this.pagesApi.api);
    this.operations.watchDeadLetters("schedules", this.schedules.deadLetters);
    this.operations.watchMailReputation();
    this.tellAddresses();
  }

  private pageFunction(name: string, plan: PageFunctionPlan): IntakeFunction {
    const fn = this.function(name, plan);
    fn.addEnvironment("SITE_URL", this.siteUrl);
    this.siteFiles.allowLinking(fn);
    this.pagesApi.serve(fn, this.guarded(plan));
    if (name === "sign-in") this.signIn.allowSigningIn(fn);
    if (plan.machineRoutes) this.machineClients?.tellTokenUrl(fn);
    return fn;
  }

  private guarded({ routes, machineRoutes = {} }: PageFunctionPlan): ReadonlyMap<string, Guard | undefined> {
    const guards = new Map<string, Guard | undefined>(routes.map((route) => [route, undefined]));
    const clients = this.machineClients;
    if (clients)
      for (const [route, scope] of Object.entries(machineRoutes)) guards.set(route, clients.guard(scope));
    return guards;
  }

  private deadlineEnforcement(): IntakeFunction {
    const fn = this.function("deadline-enforcement", backgroundFunctions["deadline-enforcement"]);
    for (const { call } of this.props.calls) this.schedules.afterDeadlines(call, fn);
    this.schedules.everyQuarterOfAnHour(fn);
    this.operations.watchPulse(fn, Duration.hours(1));
    return fn;
  }

  private mailDelivery(): IntakeFunction {
    const fn = this.function("mail-delivery", backgroundFunctions["mail-delivery"]);
    fn.addEnvironment("SITE_URL", this.siteUrl);
    this.mail.allowSending(fn);
    this.schedules.everyMinute(fn);
    this.operations.watchMessages(fn.logGroup);
    const newMessages = [{ eventNames: ["INSERT"], items: ["message"] }] as const;
    this.operations.watchDeadLetters("messages", this.records.feed("message", newMessages, fn));
    this.operations.watchStreamReader(fn, "messages-are-late");
    this.operations.watchPulse(fn, Duration.minutes(15));
    return fn;
  }

  /** Hears what became of the mails that SES has taken. */
  private mailFeedback(): IntakeFunction {
    const fn = this.function("mail-feedback", backgroundFunctions["mail-feedback"]);
    this.operations.watchDeadLetters("feedback", this.mail.tellFeedback(fn));
    return fn;
  }

  /** Hears what scans found, locks what is sent and removes what nobody has any more. */
  private attachmentsFollower(): IntakeFunction {
    const fn = this.function("attachments", backgroundFunctions.attachments);
    const sentOrRemoved = [
      { eventNames: ["INSERT"], items: ["submission"] },
      { eventNames: ["REMOVE"], items: ["application"] },
    ] as const;
    this.operations.watchDeadLetters("scans", this.attachments.tellResults(fn));
    this.operations.watchDeadLetters("sent-files", this.records.feed("attachments", sentOrRemoved, fn));
    this.operations.watchStreamReader(fn, "files-are-late");
    this.operations.watchScans(this.attachments.failedScans);
    return fn;
  }

  /** Keeps the sums of the overview. */
  private statistics(): IntakeFunction {
    const fn = this.function("statistics", backgroundFunctions.statistics);
    const items = ["application", "registration"] as const;
    const counted = [
      { eventNames: ["INSERT", "MODIFY"], items },
      { eventNames: ["REMOVE"], items },
    ] as const;
    this.operations.watchDeadLetters("uncounted", this.records.feed("statistics", counted, fn));
    return fn;
  }

  /** Makes large exports, run by run, each started by the item that asks for it. */
  private exportJob(): IntakeFunction {
    const fn = this.function("export-job", backgroundFunctions["export-job"]);
    fn.addEnvironment("SITE_URL", this.siteUrl);
    const runs = [{ eventNames: ["INSERT"], items: ["export-run"] }] as const;
    this.operations.watchDeadLetters("exports", this.records.feed("exports", runs, fn));
    return fn;
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
    this.records.allow(fn, records);
    if (files) this.attachments.allow(fn, files);
    if (receiptKeys?.includes("sign")) this.receiptKeys.allowSigning(fn);
    if (receiptKeys?.includes("read")) this.receiptKeys.allowReading(fn);
    if (asksRegister) fn.addEnvironment("REGISTER_URL", this.registerUrl);
    return fn;
  }

  private siteUrlParameter(): string {
    return new CfnParameter(this, "SiteUrl", {
      description: "Where people find the site: scheme and host, no slash at the end",
      default: `https://${this.props.stage.domain}`,
      allowedPattern: "https?://[^/]+",
    }).valueAsString;
  }

  private registerUrlParameter(): string {
    return new CfnParameter(this, "RegisterUrl", {
      description: "Where Enhetsregisteret answers: the part before /enheter, no slash at the end",
      default: "https://data.brreg.no/enhetsregisteret/api",
      allowedPattern: "https?://[^?#]+[^/?#]",
    }).valueAsString;
  }

  private tellAddresses(): void {
    const lines = {
      SiteAddress: this.siteUrl,
      FrontDoorDomain: this.frontDoor.distribution.distributionDomainName,
      ...this.mail.dnsLines(),
    };
    for (const [name, value] of Object.entries(lines)) new CfnOutput(this, name, { value });
  }
}
