import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

const text = (shape: RegExp, wanted: string) => z.string(wanted).regex(shape, wanted);

const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const domainName = text(hostName, "must be a domain name in lower case, such as opptak.example.no");
const address = z.email("must be an e-mail address, such as noreply@opptak.example.no");
const isRetention = (days: number) => days > 0 && days < 9999 && RetentionDays[days] !== undefined;

const generation = text(
  /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/,
  "must be lower-case letters, digits and hyphens, such as 2024-1",
);

const Issuer = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("cognito"),
      domainPrefix: text(
        /^(?!.*(aws|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
        "must be letters, digits and hyphens, without aws or cognito",
      ),
    }),
    z.strictObject({
      kind: z.literal("oidc"),
      issuer: z.url({ protocol: /^https$/, error: "must be an https address" }),
      clientId: z.string("must be the client's id").min(1, "must be the client's id"),
      groupsClaim: z.string("must name a claim").min(1, "must name a claim"),
    }),
  ],
  'must have "kind": "cognito" or "oidc"',
);

/** What differs from one installation to another. Nothing here is secret: the file is kept with the code. */
export const Stage = z.strictObject({
  /** Where the records are kept. */
  region: text(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a region, such as eu-north-1"),
  domain: domainName,
  /** Of the domain. Without one the site has CloudFront's own address, which `SiteUrl` must then say. */
  certificateArn: text(
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    "must be the ARN of a certificate in us-east-1, where CloudFront looks for it",
  ).optional(),
  sender: z.strictObject({
    /** Stands unquoted in the From line, so it is words only. */
    name: text(/^[\p{L}\d][\p{L}\d -]{0,60}$/u, "must be words: letters, digits, spaces and hyphens"),
    address,
  }),
  /** Say true when SES has verified the sender's domain: Cognito refuses to send through it before that. */
  senderVerified: z.boolean("must be true or false").default(false),
  replyTo: address,
  alarmEmail: address,
  issuer: Issuer,
  /**
   * Generations of the key that signs receipts, oldest first. The last one signs. None is ever taken away:
   * what it signed could no longer be verified.
   */
  signingKeys: z
    .array(generation, "must be a list of names, oldest first, such as 2024-1")
    .min(1, "must name a key to sign with, such as 2024-1")
    .refine((names) => new Set(names).size === names.length, "must name each key once"),
  /** A web application firewall that somebody else looks after. */
  webAclArn: text(
    /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
    "must be the ARN of a global web ACL (made in us-east-1)",
  ).optional(),
  logRetentionDays: z
    .int("must be a number of days")
    .refine(isRetention, "must be a number of days that CloudWatch knows, such as 30, 90 or 365"),
});
export type Stage = z.infer<typeof Stage> & { readonly name: string };

const stagesFolder = path.join(import.meta.dirname, "stages");

const readText = (name: string, folder: string): string => {
  const file = path.join(folder, `${name}.json`);
  if (/^[a-z][a-z0-9-]{0,19}$/.test(name) && existsSync(file)) return readFileSync(file, "utf8");
  const known = readdirSync(folder).map((one) => path.basename(one, ".json"));
  throw new Error(
    `There is no stage "${name}". There are ${known.join(", ")}; each is a file in infra/stages.`,
  );
};

const parseJson = (name: string, content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`The settings of the stage "${name}" are not JSON.`, { cause: error });
  }
};

/** The settings of a stage; throws one error that names every gap in them. */
export const readStage = (name: string, folder = stagesFolder): Stage => {
  const parsed = Stage.safeParse(parseJson(name, readText(name, folder)));
  if (parsed.success) return { name, ...parsed.data };
  const gaps = parsed.error.issues.map(
    (issue) => `- ${issue.path.join(".") || "the file"}: ${issue.message}`,
  );
  throw new Error(`The settings of the stage "${name}" cannot be used:\n${gaps.join("\n")}`);
};
