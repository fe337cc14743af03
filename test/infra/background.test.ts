import { expect, test } from "vitest";
import * as z from "zod";
import { aStack } from "./a-stack.ts";
import { allOf, functionNamed, functionsOf, statementsByRole, written } from "./reading.ts";

const template = aStack();

const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
  State: z.literal("ENABLED"),
  FlexibleTimeWindow: z.object({ Mode: z.literal("OFF") }),
  Target: z.object({
    Arn: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }),
    Input: z.string(),
    RoleArn: z.unknown(),
    DeadLetterConfig: z.object({ Arn: z.unknown().transform(written) }),
  }),
});

const schedules = allOf(template, "AWS::Scheduler::Schedule").map(({ properties }) =>
  Schedule.parse(properties),
);

test("deadlines are enforced a minute after each by the clocks of Oslo and past each quarter of an hour, mail is tried every minute", () => {
  const names = new Map([...functionsOf(template)].map(([name, { id }]) => [id, name]));
  const told = schedules.map(({ ScheduleExpression, ScheduleExpressionTimezone, Target }) =>
    [names.get(Target.Arn["Fn::GetAtt"][0]), ScheduleExpression, ScheduleExpressionTimezone].join(" "),
  );
  expect(told.sort()).toEqual([
    "deadline-enforcement at(2024-04-30T00:01:00) Europe/Oslo",
    "deadline-enforcement at(2024-06-21T16:01:00) Europe/Oslo",
    "deadline-enforcement cron(1/15 * * * ? *) Etc/UTC",
    "mail-delivery rate(1 minute) Etc/UTC",
  ]);
});

test("each run is told the time it was meant for, and one that cannot be started is kept aside", () => {
  for (const { Target } of schedules) {
    expect(JSON.parse(Target.Input)).toEqual({ at: "<aws.scheduler.scheduled-time>" });
    expect(Target.DeadLetterConfig.Arn).toBe("SchedulesUnstartedQueue.Arn");
  }
});

test("the schedules may start these two functions and nothing else", () => {
  const [role] = allOf(template, "AWS::IAM::Role").filter(({ id }) => id.startsWith("SchedulesRole"));
  const may = (statementsByRole(template).get(role?.id ?? "") ?? []).flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((one) => `${action} on ${written(one)}`)),
  );
  expect(may.sort()).toEqual([
    "lambda:InvokeFunction on deadlineenforcement.Arn",
    "lambda:InvokeFunction on maildelivery.Arn",
    "sqs:SendMessage on SchedulesUnstartedQueue.Arn",
  ]);
});

const FilterCriteria = z.object({ Filters: z.array(z.object({ Pattern: z.string() })) });
const onFailure = (queue: string) => ({
  OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(queue), "Arn"] } },
});

test("each change is handed to who follows it, and what fails three times is kept aside", () => {
  const mappings = allOf(template, "AWS::Lambda::EventSourceMapping");
  const told = [
    ["mail-delivery", ['{"eventName":["INSERT"],"dynamodb":{"NewImage":{"item":{"S":["message"]}}}}']],
    [
      "attachments",
      [
        '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"item":{"S":["submission"]}}}}',
        '{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"item":{"S":["application"]}}}}',
      ],
    ],
    [
      "statistics",
      [
        '{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"item":{"S":["application","registration"]}}}}',
        '{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"item":{"S":["application","registration"]}}}}',
      ],
    ],
    ["export-job", ['{"eventName":["INSERT"],"dynamodb":{"NewImage":{"item":{"S":["export-run"]}}}}']],
  ] as const;
  expect(mappings).toHaveLength(told.length);
  for (const [name, patterns] of told) {
    const { id } = functionNamed(template, name);
    const mapping = mappings.find(
      ({ properties }) => written(properties["FunctionName"]) === written({ Ref: id }),
    );
    expect(mapping?.properties).toMatchObject({
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      DestinationConfig: onFailure("^RecordsUnread"),
    });
    const { Filters } = FilterCriteria.parse(mapping?.properties["FilterCriteria"]);
    expect(Filters.map(({ Pattern }) => Pattern)).toEqual(patterns);
    expect(written(mapping?.properties["EventSourceArn"])).toBe("RecordsTable.StreamArn");
  }
});

test("mail is sent over TLS or not at all, and those who bounced or complained are left alone", () => {
  const [set] = allOf(template, "AWS::SES::ConfigurationSet");
  expect(set?.properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: "REQUIRE" },
    ReputationOptions: { ReputationMetricsEnabled: true },
    SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
  });
});

test("what becomes of a mail is told to whoever keeps account of it, of this sender's mail alone", () => {
  const types = ["delivery", "deliveryDelay", "bounce", "complaint", "reject"];
  const [destination] = allOf(template, "AWS::SES::ConfigurationSetEventDestination");
  expect(destination?.properties).toMatchObject({
    EventDestination: { Enabled: true, MatchingEventTypes: types, EventBridgeDestination: {} },
  });
  const rules = allOf(template, "AWS::Events::Rule").map(({ properties }) => properties);
  const rule = rules.find(({ EventPattern }) => JSON.stringify(EventPattern).includes("aws.ses"));
  expect(rule).toMatchObject({
    EventPattern: {
      source: ["aws.ses"],
      detail: {
        eventType: ["Delivery", "DeliveryDelay", "Bounce", "Complaint", "Reject"],
        mail: {
          tags: { "ses:configuration-set": [{ Ref: expect.stringMatching("^MailConfigurationSet") }] },
        },
      },
    },
    Targets: [{ Arn: { "Fn::GetAtt": [functionNamed(template, "mail-feedback").id, "Arn"] } }],
  });
});

test("the sender is the domain of the address, with a return path of its own", () => {
  const [identity] = allOf(template, "AWS::SES::EmailIdentity");
  expect(identity?.properties).toMatchObject({
    EmailIdentity: "opptak.example",
    MailFromAttributes: { MailFromDomain: "retur.opptak.example" },
  });
});

test("the stack tells what case systems need, and every line that the domain's DNS must have", () => {
  const outputs = Object.entries(template.findOutputs("*")).map(([name, { Value }]) => [
    name,
    written(Value),
  ]);
  expect(Object.fromEntries(outputs)).toEqual({
    SiteAddress: "SiteUrl",
    CaseSystemClientId: "SignInPeopleCaseSystem",
    TokenAddress: "https://SignInPeopleDomain.auth.eu-north-1.amazoncognito.com/oauth2/token",
    FrontDoorDomain: "FrontDoorDistribution.DomainName",
    Dkim1: "MailIdentity.DkimDNSTokenName1 CNAME MailIdentity.DkimDNSTokenValue1",
    Dkim2: "MailIdentity.DkimDNSTokenName2 CNAME MailIdentity.DkimDNSTokenValue2",
    Dkim3: "MailIdentity.DkimDNSTokenName3 CNAME MailIdentity.DkimDNSTokenValue3",
    MailFromMx: "retur.opptak.example MX 10 feedback-smtp.eu-north-1.amazonses.com",
    MailFromSpf: 'retur.opptak.example TXT "v=spf1 include:amazonses.com -all"',
    Dmarc: '_dmarc.opptak.example TXT "v=DMARC1; p=quarantine; rua=mailto:hjelp@opptak.example"',
  });
});
