// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so.
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { functionsIn } from "../../local/function-definitions.ts";
import { resourceTypes } from "../../local/resource-types.ts";
import { readTemplate } from "../../local/template.ts";
import { assemblyOf, templateOf } from "./hand-made.ts";

const table = { Type: "AWS::DynamoDB::Table", Properties: { TableName: "records" } };
const queue = { Type: "AWS::SQS::Queue" };
const outputs = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([id, Value]) => [id, { Value }]));

describe("a template", () => {
  test("gives the resources of a type in their order, with their properties resolved", () => {
    const template = templateOf({
      Resources: { B: queue, T: table, A: { ...queue, Properties: { Tags: [{ Value: { Ref: "T" } }] } } },
    });
    expect(template.resources("AWS::SQS::Queue")).toEqual([
      { id: "B", type: "AWS::SQS::Queue", properties: {} },
      { id: "A", type: "AWS::SQS::Queue", properties: { Tags: [{ Value: "records" }] } },
    ]);
    expect(template.resources("AWS::SNS::Topic")).toEqual([]);
  });

  test("names what has no name of its own after the stack and the id", () => {
    const template = templateOf({
      Resources: {
        Dead: queue,
        Site: { Type: "AWS::S3::Bucket" },
        People: { Type: "AWS::Cognito::UserPool" },
      },
    });
    expect(template.name("Dead")).toBe("Intake-Dead");
    expect(template.name("Site")).toBe("intake-site");
    expect(template.name("People")).toBe("eu-north-1_People");
  });

  test("knows references and attributes as AWS would make them", () => {
    const template = templateOf({
      Resources: { T: table, Q: queue, N: { Type: "AWS::SNS::Topic" } },
      Outputs: outputs({
        table: { Ref: "T" },
        stream: { "Fn::GetAtt": ["T", "StreamArn"] },
        queue: { Ref: "Q" },
        queueArn: { "Fn::GetAtt": ["Q", "Arn"] },
        topic: { Ref: "N" },
      }),
    });
    expect(template.outputs).toEqual({
      table: "records",
      stream: "arn:aws:dynamodb:eu-north-1:000000000000:table/records/stream/local",
      queue: "https://sqs.eu-north-1.amazonaws.com/000000000000/Intake-Q",
      queueArn: "arn:aws:sqs:eu-north-1:000000000000:Intake-Q",
      topic: "arn:aws:sns:eu-north-1:000000000000:Intake-N",
    });
  });

  test("fills in the pseudo parameters", () => {
    const { outputs: values } = templateOf({
      Outputs: outputs({
        where: { "Fn::Sub": "${AWS::Partition}/${AWS::Region}/${AWS::AccountId}/${AWS::URLSuffix}" },
        stack: { Ref: "AWS::StackName" },
      }),
    });
    expect(values).toEqual({ where: "aws/eu-north-1/000000000000/amazonaws.com", stack: "Intake" });
  });

  test("takes a mapping's value", () => {
    const { outputs: values } = templateOf({
      Mappings: { Zones: { "eu-north-1": { name: "Stockholm" } } },
      Outputs: outputs({ zone: { "Fn::FindInMap": ["Zones", { Ref: "AWS::Region" }, "name"] } }),
    });
    expect(values).toEqual({ zone: "Stockholm" });
  });

  test("is an error, not a hole, when a mapping lacks what is asked for", () => {
    const Outputs = outputs({ zone: { "Fn::FindInMap": ["Zones", "here", "name"] } });
    expect(() => templateOf({ Outputs })).toThrow("the mapping Zones has no here.name");
  });
});

describe("a parameter", () => {
  const Parameters = { SiteUrl: { Type: "String", Default: "https://opptak.example" } };
  const Outputs = outputs({ site: { Ref: "SiteUrl" } });

  test("has its default", () => {
    expect(templateOf({ Parameters, Outputs }).outputs).toEqual({ site: "https://opptak.example" });
  });

  test("has the value that the runtime gives", () => {
    const parameters = { SiteUrl: "http://127.0.0.1:4000" };
    expect(templateOf({ Parameters, Outputs }, { parameters }).outputs).toEqual({
      site: "http://127.0.0.1:4000",
    });
  });

  test("that the template lacks cannot be given", () => {
    expect(() => templateOf({ Outputs: {} }, { parameters: { SiteUrl: "x" } })).toThrow(
      "the template has no parameter SiteUrl",
    );
  });

  test("without a value is an error where it is used", () => {
    const bare = { SiteUrl: { Type: "String" } };
    expect(() => templateOf({ Parameters: bare, Outputs })).toThrow(
      "output site: the parameter SiteUrl (String) has no value here",
    );
  });

  test("kept in AWS's parameter store is not taken for its own name", () => {
    const stored = { SiteUrl: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/opptak/site" } };
    expect(() => templateOf({ Parameters: stored, Outputs })).toThrow("has no value here");
    expect(() => templateOf({ Parameters: stored })).not.toThrow();
  });
});

describe("a condition", () => {
  const Parameters = { Stage: { Type: "String", Default: "test" } };
  const Conditions = {
    IsProduction: { "Fn::Equals": [{ Ref: "Stage" }, "production"] },
    IsOther: { "Fn::Not": [{ Condition: "IsProduction" }] },
  };
  const Resources = {
    Only: { ...queue, Condition: "IsProduction" },
    Other: { ...queue, Condition: "IsOther" },
  };

  test("decides which resources there are", () => {
    const idsIn = (Stage: string) =>
      templateOf({ Parameters, Conditions, Resources }, { parameters: { Stage } })
        .resources("AWS::SQS::Queue")
        .map(({ id }) => id);
    expect(idsIn("production")).toEqual(["Only"]);
    expect(idsIn("test")).toEqual(["Other"]);
  });

  test("that does not hold makes it an error to point at the resource", () => {
    const Outputs = outputs({ arn: { "Fn::GetAtt": ["Only", "Arn"] } });
    expect(() => templateOf({ Parameters, Conditions, Resources, Outputs })).toThrow(
      "Only is referred to, but its condition IsProduction does not hold",
    );
  });
});

describe("what this machine knows better", () => {
  const Resources = {
    People: { Type: "AWS::Cognito::UserPool" },
    Api: { Type: "AWS::ApiGatewayV2::Api" },
  };
  const Outputs = outputs({
    issuer: { "Fn::GetAtt": ["People", "ProviderURL"] },
    host: { "Fn::Select": [2, { "Fn::Split": ["/", { "Fn::GetAtt": ["Api", "ApiEndpoint"] }] }] },
    pool: { Ref: "People" },
  });

  test("is given by type and attribute, by id and attribute, or for Ref", () => {
    const localAttributes = {
      "AWS::Cognito::UserPool.ProviderURL": "http://127.0.0.1:4000/local/issuer",
      "Api.ApiEndpoint": "http://127.0.0.1:4000",
      "AWS::Cognito::UserPool.Ref": "pool-here",
    };
    expect(templateOf({ Resources, Outputs }, { localAttributes }).outputs).toEqual({
      issuer: "http://127.0.0.1:4000/local/issuer",
      host: "127.0.0.1:4000",
      pool: "pool-here",
    });
  });

  test("is missed by name when it is not given", () => {
    expect(() => templateOf({ Resources, Outputs })).toThrow(
      "no value here for AWS::Cognito::UserPool.ProviderURL (of People)",
    );
  });
});

describe("what is not known", () => {
  test("a resource type is named", () => {
    expect(() => templateOf({ Resources: { Flow: { Type: "AWS::StepFunctions::StateMachine" } } })).toThrow(
      "does not know the resource type AWS::StepFunctions::StateMachine (of Flow)",
    );
  });

  test("an intrinsic is named with the place where it stands, even in a resource that nothing runs", () => {
    const Alarm = { Type: "AWS::CloudWatch::Alarm", Properties: { A: [{ "Fn::ImportValue": "x" }] } };
    expect(() => templateOf({ Resources: { Alarm } })).toThrow(
      "the template's Alarm (AWS::CloudWatch::Alarm): the intrinsic Fn::ImportValue is not known here",
    );
  });

  test("an attribute is named", () => {
    const Outputs = outputs({ label: { "Fn::GetAtt": ["T", "Colour"] } });
    expect(() => templateOf({ Resources: { T: table }, Outputs })).toThrow(
      "no value here for AWS::DynamoDB::Table.Colour (of T)",
    );
  });

  test("a reference to nothing is named", () => {
    expect(() => templateOf({ Outputs: outputs({ x: { Ref: "Nobody" } }) })).toThrow(
      "the template has no resource or parameter Nobody",
    );
  });

  test("every known type says that it runs, or why not", () => {
    for (const { here } of Object.values(resourceTypes)) expect(here).toMatch(/^runs$|^.{12,}$/);
  });
});

describe("an assembly", () => {
  test("that was never made is met with what to do", () => {
    expect(() => readTemplate("/nowhere/cdk.out")).toThrow("there is no /nowhere/cdk.out/manifest.json");
  });

  test("with a broken template is named", () => {
    const folder = assemblyOf({});
    writeFileSync(path.join(folder, "Intake.template.json"), "{");
    expect(() => readTemplate(folder)).toThrow("Intake.template.json is not what a synthesis writes");
  });

  test("leads from an asset's key to its folder", () => {
    const folder = assemblyOf({});
    expect(readTemplate(folder).asset("bundle.zip")).toBe(path.join(folder, "asset.bundle"));
    expect(() => readTemplate(folder).asset("other.zip")).toThrow("the assembly has no asset other.zip");
  });

  test("has no other stack than its own", () => {
    expect(() => readTemplate(assemblyOf({}), { stack: "Elsewhere" })).toThrow(
      "the assembly has no stack Elsewhere; it has Intake",
    );
  });
});

describe("the functions of a template", () => {
  const role = { Type: "AWS::IAM::Role", Properties: { RoleName: "draft-role" } };
  const draft = {
    Type: "AWS::Lambda::Function",
    Properties: {
      Code: { S3Bucket: "assets", S3Key: "bundle.zip" },
      Handler: "index.handler",
      Runtime: "nodejs24.x",
      Role: { "Fn::GetAtt": ["Role", "Arn"] },
      Timeout: 20,
      MemorySize: 512,
      ReservedConcurrentExecutions: 5,
      LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "WARN" },
      Environment: { Variables: { TABLE_NAME: { Ref: "T" } } },
    },
  };

  test("have everything that is needed to run them", () => {
    const folder = assemblyOf({ Resources: { T: table, Role: role, Draft: draft } });
    expect(functionsIn(readTemplate(folder))).toEqual([
      {
        id: "Draft",
        name: "Intake-Draft",
        arn: "arn:aws:lambda:eu-north-1:000000000000:function:Intake-Draft",
        role: "draft-role",
        code: path.join(folder, "asset.bundle"),
        handler: "index.handler",
        runtime: "nodejs24.x",
        timeoutSeconds: 20,
        memoryMegabytes: 512,
        reservedConcurrency: 5,
        region: "eu-north-1",
        logFormat: "JSON",
        logLevel: "WARN",
        environment: { TABLE_NAME: "records" },
      },
    ]);
  });

  test("are without the one that copies the site's files when AWS deploys", () => {
    const copier = { ...draft, Properties: { ...draft.Properties, Runtime: "python3.13", Layers: ["x"] } };
    const deployment = {
      Type: "Custom::CDKBucketDeployment",
      Properties: { ServiceToken: { "Fn::GetAtt": ["Copier", "Arn"] } },
    };
    const Resources = { T: table, Role: role, Draft: draft, Copier: copier, Deployment: deployment };
    expect(functionsIn(templateOf({ Resources })).map(({ id }) => id)).toEqual(["Draft"]);
  });

  test("in another language are an error that names them", () => {
    const strange = { ...draft, Properties: { ...draft.Properties, Runtime: "python3.13" } };
    expect(() => functionsIn(templateOf({ Resources: { T: table, Role: role, Strange: strange } }))).toThrow(
      /the function Strange cannot run on this machine.*Runtime/s,
    );
  });

  test("without their bundle's folder are an error", () => {
    const folder = assemblyOf({ Resources: { T: table, Role: role, Draft: draft } });
    rmSync(path.join(folder, "asset.bundle"), { recursive: true });
    expect(() => functionsIn(readTemplate(folder))).toThrow("is not a folder");
  });
});
