import { expect, test } from "vitest";
import * as z from "zod";
import { aStack, functionNames } from "./a-stack.ts";
import { allOf, functionNamed, functionsOf, permissionsOf, written } from "./reading.ts";

const template = aStack();

test("there is exactly one Lambda for each function of the product", () => {
  expect([...functionsOf(template).keys()].sort()).toEqual([...functionNames].sort());
});

const timeouts = new Map<string, number>([
  ["mail-delivery", 60],
  ["attachments", 60],
  ["deadline-enforcement", 120],
  ["statistics", 60],
  ["export", 29],
  ["export-job", 900],
]);

const memory = new Map<string, number>([
  ["attachments", 512],
  ["mail-feedback", 512],
  ["statistics", 512],
  ["export-job", 512],
]);

test.for(functionNames)("%s runs on Node 24 and arm64, logs as JSON and ends within its time", (name) => {
  const { properties } = functionNamed(template, name);
  expect(properties).toMatchObject({
    Runtime: "nodejs24.x",
    Architectures: ["arm64"],
    Handler: "index.handler",
    LoggingConfig: { LogFormat: "JSON" },
    Timeout: timeouts.get(name) ?? 20,
    MemorySize: memory.get(name) ?? 1024,
  });
});

test("every log is kept as long as the stage says and no longer", () => {
  const logs = allOf(template, "AWS::Logs::LogGroup");
  expect(logs).toHaveLength(functionNames.length + 2);
  for (const { properties } of logs) expect(properties["RetentionInDays"]).toBe(90);
});

const pages = {
  NODE_OPTIONS: "--enable-source-maps",
  TABLE_NAME: "RecordsTable",
  SITE_URL: "SiteUrl",
  ASSETS_PATH: "/assets/0123456789abcdef",
};
const { ASSETS_PATH: _, ...noAssets } = pages;
const { SITE_URL: __, ...onlyTable } = noAssets;
const files = { FILES_BUCKET: "AttachmentsBucket" };

const register = { REGISTER_URL: "RegisterUrl" };
const receipts = { RECEIPT_KEYS: "2024-1=ReceiptKeys20241.Arn" };

const environments = {
  "call-pages": { ...pages, ...receipts },
  "sign-in": {
    ...pages,
    OIDC_ISSUER: "SignInPeople.ProviderURL",
    OIDC_CLIENT_ID: "SignInPeoplePages",
    OIDC_GROUPS_CLAIM: "cognito:groups",
  },
  draft: { ...pages, ...files, ...register, FILES_ORIGIN: "https://AttachmentsBucket.RegionalDomainName" },
  submission: { ...pages, ...receipts },
  documents: pages,
  "webinar-sign-up": pages,
  "staff-console": { ...pages, ...files },
  export: { ...pages, ...files },
  "machine-door": {
    ...pages,
    TOKEN_URL: "https://SignInPeopleDomain.auth.eu-north-1.amazoncognito.com/oauth2/token",
  },
  "deadline-enforcement": { ...onlyTable, ...receipts, ...register },
  "mail-delivery": {
    ...noAssets,
    MAIL_FROM: "Opptak <noreply@opptak.example>",
    MAIL_REPLY_TO: "hjelp@opptak.example",
    SES_CONFIGURATION_SET: "MailConfigurationSet",
  },
  "mail-feedback": onlyTable,
  attachments: { ...onlyTable, ...files },
  statistics: onlyTable,
  "export-job": { ...noAssets, ...files },
};

test.for(functionNames)("%s has the settings it needs and no others", (name) => {
  const { environment } = functionNamed(template, name);
  const spelledOut = Object.entries(environment).map(([key, value]) => [key, written(value)]);
  expect(Object.fromEntries(spelledOut)).toEqual(environments[name]);
});

const onTable = (...actions: string[]) => actions.map((action) => `dynamodb:${action} on RecordsTable.Arn`);
const queryOf = (...indexes: string[]) =>
  indexes.map((one) => `dynamodb:Query on RecordsTable.Arn/index/${one}`);

const onFiles = (...actions: string[]) =>
  actions.map((action) => `s3:${action} on AttachmentsBucket.Arn/drafts/*`);
const onExports = (...actions: string[]) =>
  actions.map((action) => `s3:${action} on AttachmentsBucket.Arn/exports/*`);
const readingStream = [
  "dynamodb:DescribeStream on RecordsTable.StreamArn",
  "dynamodb:GetRecords on RecordsTable.StreamArn",
  "dynamodb:GetShardIterator on RecordsTable.StreamArn",
  "dynamodb:ListStreams on *",
];

const signing = "kms:Sign on ReceiptKeys20241.Arn";

const rights = {
  "call-pages": [...onTable("GetItem", "Query"), "kms:GetPublicKey on ReceiptKeys20241.Arn"],
  "sign-in": onTable("GetItem", "PutItem", "DeleteItem"),
  draft: [
    ...onTable(
      "GetItem",
      "BatchGetItem",
      "Query",
      "PutItem",
      "UpdateItem",
      "DeleteItem",
      "ConditionCheckItem",
    ),
    ...queryOf("byOwner"),
    ...onFiles("PutObject", "GetObjectVersion", "DeleteObjectVersion"),
  ],
  submission: [
    ...onTable("GetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"),
    ...queryOf("byOwner"),
    signing,
  ],
  documents: onTable("GetItem", "Query"),
  "webinar-sign-up": onTable("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"),
  "staff-console": [
    ...onTable("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"),
    ...queryOf("byOwner", "byCall", "byDue"),
    ...onFiles("GetObjectVersion"),
  ],
  export: [
    ...onTable("GetItem", "BatchGetItem", "Query", "PutItem"),
    ...queryOf("byOwner", "byCall"),
    ...onExports("PutObject", "GetObjectVersion"),
  ],
  "machine-door": onTable("GetItem", "BatchGetItem", "Query", "PutItem"),
  "deadline-enforcement": [
    ...onTable("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"),
    ...queryOf("byOwner", "byCall", "byDue"),
    signing,
  ],
  "mail-delivery": [
    ...onTable("GetItem", "Query", "UpdateItem"),
    ...queryOf("byDue"),
    ...readingStream,
    "ses:GetSendQuota on *",
    "ses:SendRawEmail on arn:AWS::Partition:ses:eu-north-1:AWS::AccountId:configuration-set/MailConfigurationSet",
    "ses:SendRawEmail on arn:AWS::Partition:ses:eu-north-1:AWS::AccountId:identity/MailIdentity",
    "sqs:SendMessage on RecordsUnreadmessageQueue.Arn",
  ],
  "mail-feedback": [
    ...onTable("GetItem", "PutItem", "UpdateItem"),
    "sqs:SendMessage on MailUnheardQueue.Arn",
  ],
  attachments: [
    ...onTable("GetItem", "Query", "PutItem", "ConditionCheckItem"),
    ...onFiles("GetObjectVersion", "DeleteObjectVersion", "PutObjectLegalHold"),
    "s3:ListBucket on AttachmentsBucket.Arn",
    "s3:ListBucketVersions on AttachmentsBucket.Arn",
    ...readingStream,
    "sqs:SendMessage on AttachmentsUnheardQueue.Arn",
    "sqs:SendMessage on RecordsUnreadattachmentsQueue.Arn",
  ],
  statistics: [
    ...onTable(
      ...[
        "GetItem",
        "BatchGetItem",
        "BatchWriteItem",
        "PutItem",
        "UpdateItem",
        "DeleteItem",
        "ConditionCheckItem",
      ],
    ),
    ...readingStream,
    "sqs:SendMessage on RecordsUnreadstatisticsQueue.Arn",
  ],
  "export-job": [
    ...onTable("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"),
    ...queryOf("byOwner", "byCall"),
    ...onFiles("GetObjectVersion"),
    ...onExports("PutObject", "AbortMultipartUpload"),
    ...readingStream,
    "sqs:SendMessage on RecordsUnreadexportsQueue.Arn",
  ],
};

test.for(functionNames)("%s may do what it does and nothing else", (name) => {
  const log = `${name.replaceAll("-", "")}log.Arn`;
  const logging = [`logs:CreateLogStream on ${log}`, `logs:PutLogEvents on ${log}`];
  expect(permissionsOf(template, name)).toEqual([...rights[name], ...logging].sort());
});

const promised = {
  "call-pages": [
    "GET /",
    "GET /{lang}",
    "GET /{lang}/calls/{call}",
    "GET /{lang}/privacy",
    "GET /{lang}/accessibility",
    "GET /{lang}/verify",
    "POST /{lang}/verify",
    "GET /.well-known/jwks.json",
    "GET /health",
    "$default",
  ],
  "sign-in": [
    "GET /auth/sign-in",
    "GET /auth/callback",
    "GET /auth/session",
    "POST /auth/sign-out",
    "GET /auth/signed-out",
  ],
  draft: [
    "GET /{lang}/register/{number}",
    "GET /{lang}/my-page",
    "POST /{lang}/calls/{call}/applications",
    "GET /{lang}/applications/{id}",
    "GET /{lang}/applications/{id}/level",
    "POST /{lang}/applications/{id}/level",
    "GET /{lang}/applications/{id}/sections/{section}",
    "POST /{lang}/applications/{id}/sections/{section}",
    "PUT /{lang}/applications/{id}/sections/{section}",
    "GET /{lang}/applications/{id}/colleagues",
    "POST /{lang}/applications/{id}/colleagues",
    "POST /{lang}/applications/{id}/colleagues/{colleague}",
    "GET /{lang}/applications/{id}/colleagues/{colleague}/ownership",
    "POST /{lang}/applications/{id}/colleagues/{colleague}/ownership",
    "GET /{lang}/invitations/{id}/{colleague}",
    "POST /{lang}/invitations/{id}/{colleague}",
    "POST /{lang}/applications/{id}/files",
    "GET /{lang}/applications/{id}/files/{file}",
    "GET /{lang}/applications/{id}/files/{file}/upload",
    "POST /{lang}/applications/{id}/files/{file}/removal",
    "GET /{lang}/applications/{id}/sections/{section}/rows/{group}",
    "POST /{lang}/applications/{id}/sections/{section}/rows/{group}",
    "GET /{lang}/applications/{id}/sections/{section}/rows/{group}/template.xlsx",
    "GET /{lang}/applications/{id}/sections/{section}/rows/{group}/template.csv",
  ],
  submission: [
    "GET /{lang}/applications/{id}/review",
    "POST /{lang}/applications/{id}/submission",
    "GET /{lang}/applications/{id}/receipt",
    "GET /{lang}/applications/{id}/receipt.json",
    "POST /{lang}/applications/{id}/change",
    "GET /{lang}/applications/{id}/withdrawal",
    "POST /{lang}/applications/{id}/withdrawal",
  ],
  documents: [
    "GET /{lang}/applications/{id}/draft.pdf",
    "GET /{lang}/applications/{id}/draft.json",
    "GET /{lang}/applications/{id}/receipt.pdf",
  ],
  "webinar-sign-up": [
    "GET /{lang}/calls/{call}/webinar",
    "POST /{lang}/calls/{call}/webinar",
    "GET /{lang}/calls/{call}/webinar/link",
    "POST /{lang}/calls/{call}/webinar/link",
    "GET /{lang}/registrations/{id}",
    "POST /{lang}/registrations/{id}",
    "GET /{lang}/registrations/{id}/details",
    "POST /{lang}/registrations/{id}/details",
    "GET /{lang}/registrations/{id}/webinar.ics",
  ],
  "staff-console": [
    "GET /staff",
    "GET /staff/calls/{call}/statistics",
    "GET /staff/calls/{call}/applications",
    "GET /staff/calls/{call}/registrations",
    "GET /staff/calls/{call}/attempts",
    "GET /staff/calls/{call}/outages",
    "POST /staff/calls/{call}/outages",
    "GET /staff/calls/{call}/outages/{id}",
    "GET /staff/calls/{call}/closing",
    "GET /staff/applications/{id}",
    "GET /staff/applications/{id}/files/{file}",
    "POST /staff/applications/{id}/extension",
    "GET /staff/applications/{id}/differences",
    "POST /staff/applications/{id}/notes",
    "POST /staff/applications/{id}/assignment",
    "POST /staff/applications/{id}/control",
    "GET /staff/calls/{call}/deadline",
    "POST /staff/calls/{call}/deadline",
    "GET /staff/calls/{call}/webinar",
    "POST /staff/calls/{call}/webinar",
    "GET /staff/calls/{call}/webinar/messages",
    "POST /staff/calls/{call}/webinar/messages",
    "GET /staff/calls/{call}/webinar/messages/{id}",
    "GET /staff/events",
    "GET /staff/calls/{call}/undelivered",
    "GET /staff/registrations/{webinar}/{id}",
    "POST /staff/registrations/{webinar}/{id}",
    "GET /staff/calls/{call}/registrations/needs",
    "GET /staff/calls/{call}/registrations/new",
    "POST /staff/calls/{call}/registrations/new",
    "GET /staff/messages/{message}",
    "POST /staff/messages/{message}",
  ],
  export: [
    "GET /staff/calls/{call}/exports",
    "POST /staff/calls/{call}/exports",
    "GET /staff/calls/{call}/exports/{id}/{volume}",
    ...["applications", "registrations", "messages", "events"].flatMap((what) =>
      ["csv", "xlsx", "jsonl", "json"].map((kind) => `GET /staff/calls/{call}/${what}.${kind}`),
    ),
  ],
  "machine-door": [
    "GET /api/v1/openapi.json",
    "GET /api/v1/calls/{call}/applications",
    "GET /api/v1/calls/{call}/registrations",
  ],
};

const Route = z.object({
  RouteKey: z.string(),
  Target: z.object({
    "Fn::Join": z.tuple([z.literal(""), z.tuple([z.string(), z.object({ Ref: z.string() })])]),
  }),
});
const Integration = z.object({
  IntegrationUri: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }),
  PayloadFormatVersion: z.literal("2.0"),
});

/** Name of the function behind each route of the template. */
const routes = () => {
  const names = new Map([...functionsOf(template)].map(([name, { id }]) => [id, name]));
  const integrations = new Map(
    allOf(template, "AWS::ApiGatewayV2::Integration").map(({ id, properties }) => {
      const { IntegrationUri } = Integration.parse(properties);
      return [id, names.get(IntegrationUri["Fn::GetAtt"][0])];
    }),
  );
  return allOf(template, "AWS::ApiGatewayV2::Route").map(({ properties }) => {
    const { RouteKey, Target } = Route.parse(properties);
    return [RouteKey, integrations.get(Target["Fn::Join"][1][1].Ref)] as const;
  });
};

test("every address goes to its function and to no other", () => {
  const expected = Object.entries(promised).flatMap(([name, keys]) => keys.map((key) => [key, name]));
  expect(routes().sort()).toEqual(expected.sort());
});

test("the access log says neither who asked nor about whom", () => {
  const [stage] = allOf(template, "AWS::ApiGatewayV2::Stage");
  const { Format } = z.object({ Format: z.string() }).parse(stage?.properties["AccessLogSettings"]);
  expect(Object.values(JSON.parse(Format))).toContain("$context.routeKey");
  expect(Format).not.toMatch(
    /identity|sourceIp|userAgent|authorizer|\$context\.path|httpPath|query|domainName/i,
  );
});

test("the API takes a rush and stops a flood", () => {
  const [stage] = allOf(template, "AWS::ApiGatewayV2::Stage");
  expect(stage?.properties["DefaultRouteSettings"]).toEqual({
    ThrottlingBurstLimit: 600,
    ThrottlingRateLimit: 300,
  });
});
