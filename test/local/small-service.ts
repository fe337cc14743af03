import { writeFileSync } from "node:fs";
import path from "node:path";
import { assemblyOf } from "./hand-made.ts";

/** Functions in one bundle: they show what they were told, hear of scans, sign, keep a record, and send a mail for each record. */
const code = `
const call = (service, endpoint, headers, body) => fetch(endpoint, {
  method: "POST",
  headers: { authorization: "AWS4-HMAC-SHA256 Credential=" + process.env.AWS_ACCESS_KEY_ID + "/20240101/x/" + service + "/aws4_request, SignedHeaders=host, Signature=0", ...headers },
  body,
});
const put = async (pk) => {
  const target = { "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.PutItem" };
  const body = JSON.stringify({ TableName: process.env.TABLE_NAME, Item: { pk: { S: pk }, item: { S: "message" } } });
  const response = await call("dynamodb", process.env.AWS_ENDPOINT_URL_DYNAMODB, target, body);
  if (!response.ok) throw new Error(await response.text());
};
export const pages = async ({ requestContext, rawPath }) => {
  const { SITE_URL, OIDC_ISSUER, OIDC_CLIENT_ID } = process.env;
  console.log("asked for " + rawPath);
  if (requestContext.http.method === "POST") await put("posted " + rawPath);
  return { at: requestContext.timeEpoch, SITE_URL, OIDC_ISSUER, OIDC_CLIENT_ID };
};
export const hear = async ({ detail }) => {
  const { FILES_BUCKET, FILES_ORIGIN, AWS_ENDPOINT_URL_S3 } = process.env;
  if (detail) console.log("heard of " + detail.scanResultDetails.scanResultStatus);
  return { FILES_BUCKET, FILES_ORIGIN, AWS_ENDPOINT_URL_S3 };
};
export const sign = async (body) => {
  const target = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "TrentService.Sign" };
  const asked = { ...body, KeyId: process.env.KEY, MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256" };
  const response = await call("kms", process.env.AWS_ENDPOINT_URL_KMS, target, JSON.stringify(asked));
  return response.json();
};
export const tidy = async ({ at }) => put("tidied " + at);
export const deliver = async ({ Records }) => {
  for (const { dynamodb } of Records) {
    const about = dynamodb.NewImage.pk.S + " at " + dynamodb.ApproximateCreationDateTime;
    const mail = new URLSearchParams({
      Action: "SendEmail", Source: "noreply@opptak.example", "Destination.ToAddresses.member.1": "a@b.example",
      "Message.Subject.Data": about, "Message.Body.Text.Data": about, "Message.Body.Html.Data": "<p>" + about + "</p>",
    });
    const response = await call("ses", process.env.AWS_ENDPOINT_URL_SES, { "content-type": "application/x-www-form-urlencoded" }, mail);
    if (!response.ok) throw new Error(await response.text());
  }
};
`;

export const roleFor = (actions: readonly string[], resources: readonly unknown[]) => ({
  Type: "AWS::IAM::Role",
  Properties: {
    Policies: [
      { PolicyDocument: { Statement: [{ Effect: "Allow", Action: actions, Resource: resources }] } },
    ],
  },
});

const functionWith = (name: string, role: string, variables: object) => ({
  Type: "AWS::Lambda::Function",
  Properties: {
    Description: `functions/${name}`,
    Code: { S3Bucket: "assets", S3Key: "bundle.zip" },
    Handler: `index.${name}`,
    Runtime: "nodejs24.x",
    Timeout: 10,
    MemorySize: 256,
    Role: { "Fn::GetAtt": [role, "Arn"] },
    Environment: { Variables: { TABLE_NAME: { Ref: "Records" }, ...variables } },
  },
});

const scheduleFor = (expression: string, target: string) => ({
  Type: "AWS::Scheduler::Schedule",
  Properties: {
    ScheduleExpression: expression,
    ScheduleExpressionTimezone: "Europe/Oslo",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: {
      Arn: { "Fn::GetAtt": [target, "Arn"] },
      RoleArn: { "Fn::GetAtt": ["Calls", "Arn"] },
      Input: '{"at":"<aws.scheduler.scheduled-time>"}',
    },
  },
});

const routeFor = (key: string) => ({
  Type: "AWS::ApiGatewayV2::Route",
  Properties: {
    ApiId: { Ref: "Api" },
    RouteKey: key,
    Target: { "Fn::Join": ["", ["integrations/", { Ref: "Integration" }]] },
  },
});

const resources = {
  Records: {
    Type: "AWS::DynamoDB::Table",
    Properties: {
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
    },
  },
  Identity: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: "opptak.example" } },
  People: { Type: "AWS::Cognito::UserPool", Properties: {} },
  Client: {
    Type: "AWS::Cognito::UserPoolClient",
    Properties: { CallbackURLs: [{ "Fn::Join": ["", [{ Ref: "SiteUrl" }, "/auth/callback"]] }] },
  },
  Key: { Type: "AWS::KMS::Key", Properties: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } },
  Keeps: roleFor(["dynamodb:PutItem"], [{ "Fn::GetAtt": ["Records", "Arn"] }]),
  Sends: roleFor(["ses:SendEmail"], ["*"]),
  Signs: roleFor(["kms:Sign"], [{ "Fn::GetAtt": ["Key", "Arn"] }]),
  Calls: roleFor(["lambda:InvokeFunction"], [{ "Fn::GetAtt": ["Tidy", "Arn"] }]),
  Pages: functionWith("pages", "Keeps", {
    SITE_URL: { Ref: "SiteUrl" },
    OIDC_ISSUER: { "Fn::GetAtt": ["People", "ProviderURL"] },
    OIDC_CLIENT_ID: { Ref: "Client" },
  }),
  Tidy: functionWith("tidy", "Keeps", {}),
  Sign: functionWith("sign", "Signs", { KEY: { "Fn::GetAtt": ["Key", "Arn"] } }),
  Deliver: functionWith("deliver", "Sends", {}),
  Mapping: {
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: {
      EventSourceArn: { "Fn::GetAtt": ["Records", "StreamArn"] },
      FunctionName: { Ref: "Deliver" },
      StartingPosition: "TRIM_HORIZON",
    },
  },
  Deadline: scheduleFor("at(2024-06-21T16:01:00)", "Tidy"),
  Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { ProtocolType: "HTTP", Name: "pages" } },
  Stage: { Type: "AWS::ApiGatewayV2::Stage", Properties: { StageName: "$default" } },
  Integration: {
    Type: "AWS::ApiGatewayV2::Integration",
    Properties: {
      IntegrationType: "AWS_PROXY",
      IntegrationUri: { "Fn::GetAtt": ["Pages", "Arn"] },
      PayloadFormatVersion: "2.0",
    },
  },
  Route: routeFor("$default"),
};

/** An assembly of a service that has one of everything. */
export const smallService = (folder: string, more: object = {}): string => {
  const Parameters = {
    SiteUrl: { Type: "String", Default: "https://opptak.example" },
    RegisterUrl: { Type: "String", Default: "https://register.example" },
  };
  assemblyOf({ Parameters, Resources: { ...resources, ...more } }, folder);
  writeFileSync(path.join(folder, "asset.bundle", "index.mjs"), code);
  return folder;
};
