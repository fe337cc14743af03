import { expect, test } from "vitest";
import { aStack } from "./a-stack.ts";
import { allOf, functionNamed, statementsByRole, written } from "./reading.ts";

const template = aStack();

const bucket = allOf(template, "AWS::S3::Bucket").find(({ id }) => id.startsWith("Attachments"));
const properties = bucket?.properties ?? {};

test("every version of a file is kept for a while, and one that is locked for good", () => {
  expect(properties).toMatchObject({
    VersioningConfiguration: { Status: "Enabled" },
    ObjectLockEnabled: true,
    LifecycleConfiguration: {
      Rules: expect.arrayContaining([
        expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
        expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
        expect.objectContaining({ Prefix: "drafts/", ExpirationInDays: 400 }),
      ]),
    },
  });
  // A default retention would lock what nobody has sent.
  expect(properties).not.toHaveProperty("ObjectLockConfiguration");
});

test("browsers may post to it from the site's own pages and from no others", () => {
  expect(properties["CorsConfiguration"]).toEqual({
    CorsRules: [{ AllowedOrigins: [{ Ref: "SiteUrl" }], AllowedMethods: ["POST", "GET"], MaxAge: 3600 }],
  });
});

test("GuardDuty scans everything that is uploaded, with rights to this bucket alone", () => {
  const [plan, another] = allOf(template, "AWS::GuardDuty::MalwareProtectionPlan");
  expect(another).toBeUndefined();
  expect(plan?.properties).toMatchObject({
    Actions: { Tagging: { Status: "ENABLED" } },
    ProtectedResource: { S3Bucket: { BucketName: { Ref: bucket?.id }, ObjectPrefixes: ["drafts/"] } },
  });
  const roleId = written(plan?.properties["Role"]).replace(".Arn", "");
  const [role] = allOf(template, "AWS::IAM::Role").filter(({ id }) => id.startsWith(roleId));
  const may = (statementsByRole(template).get(role?.id ?? "") ?? []).flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((one) => `${action} on ${written(one)}`)),
  );
  const rule =
    "arn:AWS::Partition:events:eu-north-1:AWS::AccountId:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*";
  const onRule = [
    "DeleteRule",
    "DescribeRule",
    "ListTargetsByRule",
    "PutRule",
    "PutTargets",
    "RemoveTargets",
  ];
  const onObjects = ["GetObject", "GetObjectTagging", "GetObjectVersion", "GetObjectVersionTagging"];
  const onBucket = ["GetBucketNotification", "ListBucket", "PutBucketNotification"];
  expect(may.sort()).toEqual(
    [
      ...onRule.map((action) => `events:${action} on ${rule}`),
      ...onBucket.map((action) => `s3:${action} on AttachmentsBucket.Arn`),
      ...[...onObjects, "PutObjectTagging", "PutObjectVersionTagging"].map(
        (action) => `s3:${action} on AttachmentsBucket.Arn/drafts/*`,
      ),
      "s3:PutObject on AttachmentsBucket.Arn/malware-protection-resource-validation-object",
    ].sort(),
  );
});

test("GuardDuty takes the role only for a plan of this account", () => {
  const [role] = allOf(template, "AWS::IAM::Role").filter(({ id }) => id.startsWith("AttachmentsScanRole"));
  expect(role?.properties["AssumeRolePolicyDocument"]).toMatchObject({
    Statement: [
      {
        Principal: { Service: "malware-protection-plan.guardduty.amazonaws.com" },
        Condition: {
          StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } },
          ArnLike: { "aws:SourceArn": expect.anything() },
        },
      },
    ],
  });
});

test("what each scan found is told to the function, three times if need be, and then kept aside", () => {
  const isOurs = ({ properties }: { properties: object }) => JSON.stringify(properties).includes(`"${id}"`);
  const queue = { "Fn::GetAtt": [expect.stringMatching("^AttachmentsUnheardQueue"), "Arn"] };
  const { id } = functionNamed(template, "attachments");
  const rule = allOf(template, "AWS::Events::Rule").find(isOurs);
  expect(rule?.properties).toMatchObject({
    EventPattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
      detail: { s3ObjectDetails: { bucketName: [{ Ref: bucket?.id }] } },
    },
    Targets: [{ Arn: { "Fn::GetAtt": [id, "Arn"] }, DeadLetterConfig: { Arn: queue } }],
  });
  const again = allOf(template, "AWS::Lambda::EventInvokeConfig").find(isOurs);
  expect(again?.properties).toMatchObject({
    FunctionName: { Ref: id },
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: queue } },
  });
});
