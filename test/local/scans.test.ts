import { describe, expect, test } from "vitest";
import { asyncFailures } from "../../local/async-failures.ts";
import type { AsyncFailure, Invocation } from "../../local/lambda.ts";
import { permissionsIn } from "../../local/permissions.ts";
import { openQueues } from "../../local/queues.ts";
import { openObjects } from "../../local/s3/objects.ts";
import { eicar } from "../../local/scans/finding.ts";
import { startScans } from "../../local/scans/scans.ts";
import { type HandMade, templateOf, temporaryFolder } from "./hand-made.ts";

const june = Date.parse("2024-06-21T14:00:00.123Z");
const functionArn = "arn:aws:lambda:eu-north-1:000000000000:function:attachments";

const pattern = (bucketName: string) => ({
  source: ["aws.guardduty"],
  "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
  detail: { s3ObjectDetails: { bucketName: [bucketName] } },
});

const rule = (properties: object) => ({
  Type: "AWS::Events::Rule",
  Properties: { State: "ENABLED", Targets: [{ Id: "Target0", Arn: functionArn }], ...properties },
});

const service = (actions: readonly string[], more: NonNullable<HandMade["Resources"]> = {}): HandMade => ({
  Resources: {
    Plan: {
      Type: "AWS::GuardDuty::MalwareProtectionPlan",
      Properties: {
        Role: { "Fn::GetAtt": ["Scanner", "Arn"] },
        ProtectedResource: { S3Bucket: { BucketName: "files", ObjectPrefixes: ["drafts/"] } },
      },
    },
    Scanner: {
      Type: "AWS::IAM::Role",
      Properties: {
        Policies: [
          {
            PolicyDocument: {
              Statement: [{ Effect: "Allow", Action: actions, Resource: "arn:aws:s3:::files/drafts/*" }],
            },
          },
        ],
      },
    },
    Rule: rule({ EventPattern: pattern("files") }),
    ...more,
  },
});

const reading = ["s3:GetObject", "s3:GetObjectVersion"];

interface Given {
  readonly actions?: readonly string[];
  readonly more?: object;
  readonly objects?: ReturnType<typeof openObjects>;
}

const start = ({ actions = reading, more, objects = openObjects() }: Given = {}) => {
  const template = templateOf(service(actions, more));
  const told: { readonly arn: string; readonly event: unknown }[] = [];
  const invocation: Invocation = { payload: "null", requestId: "1", cold: false };
  const invokeAsync = async (arn: string, event: unknown) => {
    told.push({ arn, event });
    return invocation;
  };
  const permissions = permissionsIn(template, []);
  const scans = startScans({ template, objects, permissions, invokeAsync, now: () => june, log: () => {} });
  const put = (content: string, key = "drafts/1/a.pdf") =>
    objects.put({ bucket: "files", key, bytes: Buffer.from(content), headers: {} }, june);
  return { scans, told, put, objects };
};

const finding = (scanResultDetails: object, rest: object = {}) => ({
  arn: functionArn,
  event: expect.objectContaining({ detail: expect.objectContaining({ scanResultDetails, ...rest }) }),
});

describe("a file that is put", () => {
  test("is scanned, and what was found is told as GuardDuty tells it", async () => {
    const { scans, told, put, objects } = start();
    const version = put("clean");
    await scans.settled();
    expect(told).toEqual([
      {
        arn: functionArn,
        event: {
          version: "0",
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          "detail-type": "GuardDuty Malware Protection Object Scan Result",
          source: "aws.guardduty",
          account: "000000000000",
          time: "2024-06-21T14:00:00Z",
          region: "eu-north-1",
          resources: ["arn:aws:guardduty:eu-north-1:000000000000:malware-protection-plan/Intake-Plan"],
          detail: {
            schemaVersion: "1.0",
            scanStatus: "COMPLETED",
            resourceType: "S3_OBJECT",
            s3ObjectDetails: {
              bucketName: "files",
              objectKey: "drafts/1/a.pdf",
              eTag: version.etag.slice(1, -1),
              versionId: version.id,
              s3Throttled: false,
            },
            scanResultDetails: { scanResultStatus: "NO_THREATS_FOUND", threats: null },
          },
        },
      },
    ]);
    expect(objects.all()).toMatchObject([{ scanResult: "NO_THREATS_FOUND" }]);
  });

  test("is found out when it holds the text that stands for a virus", async () => {
    const { scans, told, put } = start();
    put(`%PDF ${eicar} %EOF`);
    await scans.settled();
    const threats = [{ name: "EICAR-Test-File (not a virus)" }];
    expect(told).toEqual([finding({ scanResultStatus: "THREATS_FOUND", threats })]);
  });

  test.for(reading)("cannot be scanned by a role without %s", async (missing) => {
    const { scans, told, put } = start({ actions: reading.filter((action) => action !== missing) });
    put("clean");
    await scans.settled();
    expect(told).toEqual([
      finding({ scanResultStatus: "ACCESS_DENIED", threats: null }, { scanStatus: "SKIPPED" }),
    ]);
  });

  test("outside the plan's folder is not scanned", async () => {
    const { scans, told, put, objects } = start();
    put("clean", "others/a.pdf");
    objects.hide("files", "drafts/1/a.pdf", june);
    await scans.settled();
    expect(told).toEqual([]);
  });

  test("is told of by the rules that are meant, and by no others", async () => {
    const more = {
      Off: rule({ EventPattern: pattern("files"), State: "DISABLED" }),
      Other: rule({ EventPattern: pattern("other") }),
      Also: rule({
        EventPattern: { source: ["aws.guardduty"] },
        Targets: [{ Id: "T", Arn: `${functionArn}-2` }],
      }),
    };
    const { scans, told, put } = start({ more });
    put("clean");
    await scans.settled();
    expect(told.map(({ arn }) => arn)).toEqual([functionArn, `${functionArn}-2`]);
  });

  test("is not told of by a rule that this machine cannot follow: that is an error before anything starts", () => {
    const more = { Topic: rule({ EventPattern: {}, Targets: [{ Id: "T", Arn: "arn:aws:sns:a:b:c" }] }) };
    expect(() => start({ more })).toThrow("only functions are told of events here");
  });
});

describe("scans that wait", () => {
  test("go on with all that came meanwhile, each file once", async () => {
    const { scans, told, put } = start();
    put("before");
    await scans.settled();
    scans.wait(true);
    expect(scans.areWaiting()).toBe(true);
    put("one");
    put(eicar);
    await scans.settled();
    expect(told).toHaveLength(1);
    scans.wait(false);
    await scans.settled();
    expect(told.slice(1)).toEqual([
      finding({ scanResultStatus: "NO_THREATS_FOUND", threats: null }),
      finding({ scanResultStatus: "THREATS_FOUND", threats: expect.anything() }),
    ]);
  });

  test("are done when the runtime is started the next time", async () => {
    const folder = temporaryFolder();
    const first = start({ objects: openObjects(folder) });
    first.scans.wait(true);
    first.put("clean");
    const { scans, told } = start({ objects: openObjects(folder) });
    await scans.settled();
    expect(told).toHaveLength(1);
  });
});

describe("a call that is given up", () => {
  const failure: AsyncFailure = {
    functionArn,
    functionName: "attachments",
    event: { detail: 1 },
    attempts: 3,
    last: { payload: '{"errorMessage":"no"}', requestId: "1", cold: false, functionError: "Unhandled" },
  };
  const queueArn = "arn:aws:sqs:eu-north-1:000000000000:unheard";
  const config = (properties: object) => ({
    Resources: {
      Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "unheard" } },
      Config: {
        Type: "AWS::Lambda::EventInvokeConfig",
        Properties: {
          FunctionName: "attachments",
          Qualifier: "$LATEST",
          DestinationConfig: { OnFailure: { Destination: queueArn } },
          ...properties,
        },
      },
    },
  });

  test("is put aside, event and all", () => {
    const template = templateOf(config({ MaximumRetryAttempts: 2 }));
    const queues = openQueues(template, undefined);
    const putAside = asyncFailures(template, queues, () => june);
    putAside(failure);
    putAside({ ...failure, functionName: "another" });
    expect(queues.content()).toEqual([
      {
        name: "unheard",
        messages: [
          {
            version: "1.0",
            timestamp: "2024-06-21T14:00:00.123Z",
            requestContext: {
              requestId: "1",
              functionArn: `${functionArn}:$LATEST`,
              condition: "RetriesExhausted",
              approximateInvokeCount: 3,
            },
            requestPayload: { detail: 1 },
            responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
            responsePayload: { errorMessage: "no" },
          },
        ],
      },
    ]);
  });

  test("after another number of tries than here is an error before anything starts", () => {
    const template = templateOf(config({ MaximumRetryAttempts: 0 }));
    const queues = openQueues(template, undefined);
    expect(() => asyncFailures(template, queues, () => june)).toThrow("tried three times here");
  });
});
