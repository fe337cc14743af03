import { expect, test } from "vitest";
import * as z from "zod";
import { tableDefinition } from "#shared/records/table-definition.ts";
import { timeToLiveAttribute } from "#shared/records/time-to-live.ts";
import { aStack } from "./a-stack.ts";
import { allOf, managedPolicies, statementsByRole, written } from "./reading.ts";

const template = aStack();

const [table, another] = allOf(template, "AWS::DynamoDB::Table");

test("there is one table, and nothing that happens to the stack takes it away", () => {
  expect(another).toBeUndefined();
  expect(table?.resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
  expect(table?.properties["DeletionProtectionEnabled"]).toBe(true);
});

test("it is encrypted and can be taken back to any second of the last weeks", () => {
  expect(table?.properties).toMatchObject({
    SSESpecification: { SSEEnabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});

test("it is the table that shared/records writes and reads", () => {
  expect(table?.properties).toMatchObject({
    ...tableDefinition,
    TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
    StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
  });
});

test("no bucket can be seen from outside, and all are encrypted", () => {
  const buckets = allOf(template, "AWS::S3::Bucket");
  expect(buckets).toHaveLength(3);
  for (const { properties } of buckets) {
    expect(properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
    });
    expect(properties).not.toHaveProperty("WebsiteConfiguration");
  }
});

const Statement = z.object({
  Effect: z.string(),
  Principal: z.unknown(),
  Condition: z.unknown(),
  Resource: z.unknown(),
});
const statementsOf = (properties: Record<string, unknown>) =>
  z.object({ Statement: z.array(Statement) }).parse(properties["PolicyDocument"]).Statement;

test.for(["AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"])(
  "every %s refuses what does not come over TLS, and lets nobody in whom it does not name",
  (type) => {
    const policies = allOf(template, type);
    expect(policies.length).toBeGreaterThan(0);
    for (const statements of policies.map(({ properties }) => statementsOf(properties))) {
      const refusal = { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } };
      expect(statements).toContainEqual(expect.objectContaining(refusal));
      for (const { Principal } of statements.filter(({ Effect }) => Effect === "Allow"))
        expect(Principal).toEqual({ Service: expect.stringMatching(/^[a-z0-9.]+\.amazonaws\.com$/) });
    }
  },
);

test("queues are encrypted", () => {
  for (const { properties } of allOf(template, "AWS::SQS::Queue"))
    expect(properties["SqsManagedSseEnabled"]).toBe(true);
});

test("no role has rights that AWS wrote for it", () => {
  expect(managedPolicies(template)).toEqual([]);
});

test("nobody may do everything to anything", () => {
  const statements = [...statementsByRole(template).values()].flat();
  expect(statements.length).toBeGreaterThan(20);
  expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes("*"))).toEqual([]);
});

/** Who applies names the files, so the rights are to the whole folder. */
const filesFolders = /AttachmentsBucket\.Arn\/(drafts|exports)\/\*/;

test("nobody may do something to anything, with few reasons why", () => {
  const wide = [...statementsByRole(template).values()]
    .flat()
    .filter(({ Resource }) => Resource.some((one) => /\*/.test(written(one).replace(filesFolders, ""))));
  expect(wide.map(({ Action }) => Action)).toEqual([
    // GuardDuty chooses the end of its rule's name.
    ["events:DeleteRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets"],
    ["events:DescribeRule", "events:ListTargetsByRule"],
    // Lambda wants the one to read a stream, the sender of mail asks by the other how much it may send: IAM knows no narrower resource for them.
    ["dynamodb:ListStreams", "ses:GetSendQuota"],
    ["dynamodb:ListStreams"],
    ["dynamodb:ListStreams"],
    ["dynamodb:ListStreams"],
  ]);
});

test("the front door's role in the bucket of files is to read, and only for this distribution", () => {
  const statements = allOf(template, "AWS::S3::BucketPolicy")
    .flatMap(
      ({ properties }) =>
        z.object({ Statement: z.array(z.unknown()) }).parse(properties["PolicyDocument"]).Statement,
    )
    .filter((one) => JSON.stringify(one).includes("cloudfront.amazonaws.com"));
  expect(statements).toMatchObject([
    { Effect: "Allow", Action: "s3:GetObject", Condition: { StringEquals: { "AWS:SourceArn": {} } } },
  ]);
});

test("what holds people's data outlives the stack", () => {
  for (const type of ["AWS::DynamoDB::Table", "AWS::Cognito::UserPool", "AWS::S3::Bucket"])
    for (const { resource } of allOf(template, type))
      expect(resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
});

test("nothing in the template looks like a secret", () => {
  const text = JSON.stringify(template.toJSON());
  expect(text).not.toMatch(/"[^"]*(secret|password|apikey|privatekey|token)[^"]*":\s*"[^"]{8,}"/i);
  expect(text).not.toMatch(/AKIA[0-9A-Z]{16}|-----BEGIN|\{\{resolve:|eyJhbGciOi/);
});
