import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Stage } from "../stage.ts";

const domainOf = (address: string): string => address.slice(address.indexOf("@") + 1);

/** Mail signed by the sender's own domain (DKIM), bouncing to a name under it (MAIL FROM), over TLS or not at all. */
export class Mail extends Construct {
  readonly domain: string;
  readonly configurationSet: ses.ConfigurationSet;
  private readonly identity: ses.EmailIdentity;
  private readonly stage: Stage;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.stage = stage;
    this.domain = domainOf(stage.sender.address);
    this.configurationSet = new ses.ConfigurationSet(this, "ConfigurationSet", {
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new ses.EmailIdentity(this, "Identity", {
      identity: ses.Identity.domain(this.domain),
      mailFromDomain: this.mailFromDomain,
      configurationSet: this.configurationSet,
    });
  }

  private get mailFromDomain(): string {
    return `retur.${this.domain}`;
  }

  /** Gives a function the sender, and the right to send raw mail as it and in no other way. */
  allowSending(fn: LambdaFunction): void {
    const { sender, replyTo } = this.stage;
    const { configurationSetName } = this.configurationSet;
    fn.addEnvironment("MAIL_FROM", `${sender.name} <${sender.address}>`);
    fn.addEnvironment("MAIL_REPLY_TO", replyTo);
    fn.addEnvironment("SES_CONFIGURATION_SET", configurationSetName);
    const configurationSetArn = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSetName,
    });
    fn.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ["ses:SendRawEmail"],
        resources: [this.identity.emailIdentityArn, configurationSetArn],
      }),
    );
  }

  /** What the domain's owner writes into its DNS, as name, type and value. */
  dnsLines(): Record<string, string> {
    const { region } = Stack.of(this);
    const [first, second, third] = this.identity.dkimRecords.map(
      ({ name, value }) => `${name} CNAME ${value}`,
    );
    return {
      ...(first && second && third && { Dkim1: first, Dkim2: second, Dkim3: third }),
      MailFromMx: `${this.mailFromDomain} MX 10 feedback-smtp.${region}.amazonses.com`,
      MailFromSpf: `${this.mailFromDomain} TXT "v=spf1 include:amazonses.com -all"`,
      Dmarc: `_dmarc.${this.domain} TXT "v=DMARC1; p=quarantine; rua=mailto:${this.stage.replyTo}"`,
    };
  }
}
