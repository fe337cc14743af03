import { CfnParameter, type Stack } from "aws-cdk-lib";
import { AccessLogBucket } from "./capabilities/access-log-bucket.ts";
import { Attachments } from "./capabilities/attachments.ts";
import { FrontDoor } from "./capabilities/front-door.ts";
import { MachineClients } from "./capabilities/machine-clients.ts";
import { Mail } from "./capabilities/mail.ts";
import { Operations } from "./capabilities/operations.ts";
import { PagesApi } from "./capabilities/pages-api.ts";
import { ReceiptKeys } from "./capabilities/receipt-keys.ts";
import { RecordsTable } from "./capabilities/records-table.ts";
import { Schedules } from "./capabilities/schedules.ts";
import { SignIn } from "./capabilities/sign-in.ts";
import { SiteFiles } from "./capabilities/site-files.ts";
import type { IntakeStackProps } from "./intake-stack.ts";

const siteUrlParameter = (stack: Stack, domain: string): string =>
  new CfnParameter(stack, "SiteUrl", {
    description: "Where people find the site: scheme and host, no slash at the end",
    default: `https://${domain}`,
    allowedPattern: "https?://[^/]+",
  }).valueAsString;

const registerUrlParameter = (stack: Stack): string =>
  new CfnParameter(stack, "RegisterUrl", {
    description: "Where Enhetsregisteret answers: the part before /enheter, no slash at the end",
    default: "https://data.brreg.no/enhetsregisteret/api",
    allowedPattern: "https?://[^?#]+[^/?#]",
  }).valueAsString;

/** What the functions may be allowed, and what starts and watches them. */
export const makeParts = (stack: Stack, { stage, bundles }: IntakeStackProps) => {
  const { logRetentionDays } = stage;
  const siteUrl = siteUrlParameter(stack, stage.domain);
  const registerUrl = registerUrlParameter(stack);
  const records = new RecordsTable(stack, "Records");
  const receiptKeys = new ReceiptKeys(stack, "ReceiptKeys", stage);
  const accessLogs = new AccessLogBucket(stack, "AccessLogs", logRetentionDays);
  const attachments = new Attachments(stack, "Attachments", { siteUrl, accessLogs });
  const siteFiles = new SiteFiles(stack, "SiteFiles", { site: bundles.site, accessLogs, logRetentionDays });
  const pagesApi = new PagesApi(stack, "Pages", logRetentionDays);
  const frontDoor = new FrontDoor(stack, "FrontDoor", {
    stage,
    pagesHost: pagesApi.domainName,
    siteFiles: siteFiles.bucket,
    accessLogs,
  });
  const mail = new Mail(stack, "Mail", stage);
  const signIn = new SignIn(stack, "SignIn", { stage, siteUrl, mail });
  const { ownPool } = signIn;
  return {
    siteUrl,
    registerUrl,
    records,
    receiptKeys,
    attachments,
    siteFiles,
    pagesApi,
    frontDoor,
    mail,
    signIn,
    // Where another issuer vouches for people, there is nobody to give machines their tokens.
    machineClients: ownPool && new MachineClients(stack, "MachineClients", ownPool),
    schedules: new Schedules(stack, "Schedules"),
    operations: new Operations(stack, "Operations", stage.alarmEmail),
  };
};
export type Parts = ReturnType<typeof makeParts>;
