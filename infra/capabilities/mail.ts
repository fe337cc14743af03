import { Stack, Validations } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Stage } from "../stage.ts";
import type { DeadLetters } from "./dead-letters.ts";
import { tellOf } from "./told-of.ts";

const { EmailSendingEvent } = ses;

/** What becomes of a mail after SES has taken it, as CloudFormation and as the events spell it. */
const fates = [
  [EmailSendingEvent.DELIVERY, "Delivery"],
  [EmailSendingEvent.DELIVERY_DELAY, "DeliveryDelay"],
  [EmailSendingEvent.BOUNCE, "Bounce"],
  [EmailSendingEvent.COMPLAINT, "Complaint"],
  [EmailSendingEvent.REJECT, "Reject"],
] as const;

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
    this.configurationSet.addEventDestination("Feedback", {
      // SES tells no other bus than the account's own.
      destination: ses.EventDestination.eventBus(EventBus.fromEventBusName(this, "Bus", "default")),
      events: fates.map(([event]) => event),
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
    this.allowAskingForQuota(fn);
  }

  private allowAskingForQuota(fn: LambdaFunction): void {
    fn.addToRolePolicy(new iam.PolicyStatement({ actions: ["ses:GetSendQuota"], resources: ["*"] }));
    if (!fn.role) return;
    Validations.of(fn.role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "IAM cannot narrow ses:GetSendQuota. It tells how much the account may send, and nothing else.",
    });
  }

  /** Tells a function what becomes of the mails that SES has taken. */
  tellFeedback(fn: LambdaFunction): DeadLetters {
    return tellOf(
      this,
      {
        id: "Told",
        description: "SES tells what has become of a mail",
        pattern: {
          source: ["aws.ses"],
          detail: {
            eventType: fates.map(([, name]) => name),
            mail: { tags: { "ses:configuration-set": [this.configurationSet.configurationSetName] } },
          },
        },
      },
      fn,
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
