import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import {
  BatchGetItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, onTestFinished, test } from "vitest";
import { dynamodbFront } from "../../local/dynamodb-front.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { accessKeyIn, credentialsOf, permissionsIn } from "../../local/permissions.ts";
import { functionOf, templateOf } from "./hand-made.ts";

const records = "arn:aws:dynamodb:eu-north-1:000000000000:table/records";
const draftFunction = () => functionOf("", { id: "Draft", name: "draft", role: "draft-role" });
const draftArn = "arn:aws:lambda:eu-north-1:000000000000:function:draft";
const key = credentialsOf("Draft").accessKeyId;

interface Written {
  readonly Effect?: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: object;
}

const policy = (...statements: readonly Written[]) => ({
  PolicyDocument: {
    Version: "2012-10-17",
    Statement: statements.map((one) => ({ Effect: "Allow", Resource: records, ...one })),
  },
});

const permitted = (attached: readonly Written[], inline: readonly Written[] = [], managed: string[] = []) => {
  const Role = {
    Type: "AWS::IAM::Role",
    Properties: { RoleName: "draft-role", Policies: [policy(...inline)], ManagedPolicyArns: managed },
  };
  const Policy = {
    Type: "AWS::IAM::Policy",
    Properties: { PolicyName: "p", Roles: [{ Ref: "Role" }], ...policy(...attached) },
  };
  return permissionsIn(templateOf({ Resources: { Role, Policy } }), [draftFunction()]);
};

describe("a role", () => {
  test("may do what a policy attached to it allows, and nothing else", () => {
    const { mayCall } = permitted([{ Action: ["dynamodb:GetItem", "dynamodb:Query"] }]);
    expect(mayCall(key, "dynamodb:GetItem", records)).toBe(true);
    expect(mayCall(key, "dynamodb:Query", records)).toBe(true);
    expect(mayCall(key, "dynamodb:PutItem", records)).toBe(false);
    expect(mayCall(key, "dynamodb:GetItem", `${records}-of-others`)).toBe(false);
  });

  test("may do what its inline policy allows", () => {
    const { mayCall } = permitted([], [{ Action: "dynamodb:GetItem" }]);
    expect(mayCall(key, "dynamodb:GetItem", records)).toBe(true);
  });

  test("is held back by a denial, whatever else allows", () => {
    const { mayCall, refusal } = permitted(
      [{ Action: "dynamodb:*", Resource: "*" }],
      [{ Effect: "Deny", Action: "dynamodb:DeleteItem" }],
    );
    expect(mayCall(key, "dynamodb:PutItem", records)).toBe(true);
    expect(refusal(key, "dynamodb:DeleteItem", records)).toContain(
      "with an explicit deny in an identity-based policy",
    );
  });

  test.each([
    ["dynamodb:Get*", "dynamodb:GetItem", true],
    ["dynamodb:?etItem", "dynamodb:GetItem", true],
    ["DynamoDB:getitem", "dynamodb:GetItem", true],
    ["dynamodb:Get", "dynamodb:GetItem", false],
    ["dynamodb.GetItem", "dynamodb:GetItem", false],
  ])("with the action %s is asked for %s: %s", (Action, action, expected) => {
    expect(permitted([{ Action }]).mayCall(key, action, records)).toBe(expected);
  });

  test.each([
    [`${records}/index/*`, `${records}/index/by-owner`, true],
    [`${records}/index/*`, records, false],
    [records, `${records}/index/by-owner`, false],
    ["arn:aws:s3:::site/*", "arn:aws:s3:::site/a/b", true],
    [records, records.toUpperCase(), false],
  ])("with the resource %s is asked for %s: %s", (Resource, resource, expected) => {
    expect(permitted([{ Action: "a:b", Resource }]).mayCall(key, "a:b", resource)).toBe(expected);
  });

  test("is held to a condition on a text", () => {
    const { mayCall } = permitted([
      { Action: "ses:SendRawEmail", Condition: { StringLike: { "ses:FromAddress": "*@opptak.example" } } },
    ]);
    const mayWriteAs = (from: string) =>
      mayCall(key, "ses:SendRawEmail", records, { "ses:FromAddress": from });
    expect(mayWriteAs("noreply@opptak.example")).toBe(true);
    expect(mayWriteAs("noreply@elsewhere.example")).toBe(false);
  });

  test("has no condition that is passed over in silence", () => {
    const leading = { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["a"] } };
    expect(() => permitted([{ Action: "a:b", Condition: leading }])).toThrow(/cannot check.*LeadingKeys/);
    const { mayCall } = permitted([{ Action: "a:b", Condition: { StringEquals: { "aws:Who": "x" } } }]);
    expect(() => mayCall(key, "a:b", records)).toThrow("the condition key aws:Who is not known here for a:b");
  });

  test("may have AWS's own policy for logs, and no other of AWS's own", () => {
    const own = (name: string) => `arn:aws:iam::aws:policy/${name}`;
    expect(() => permitted([], [], [own("service-role/AWSLambdaBasicExecutionRole")])).not.toThrow();
    expect(() => permitted([], [], [own("AdministratorAccess")])).toThrow("AdministratorAccess");
  });

  test("can be asked by its ARN, as a schedule's role is", () => {
    const { roleMay } = permitted([{ Action: "lambda:InvokeFunction", Resource: draftArn }]);
    expect(roleMay("arn:aws:iam::000000000000:role/draft-role", "lambda:InvokeFunction", draftArn)).toBe(
      true,
    );
    expect(roleMay("other-role", "lambda:InvokeFunction", draftArn)).toBe(false);
  });

  test("is refused in IAM's own words", () => {
    expect(permitted([{ Action: "dynamodb:GetItem" }]).refusal(key, "dynamodb:PutItem", records)).toBe(
      "User: arn:aws:sts::000000000000:assumed-role/draft-role/draft is not authorized to perform: " +
        `dynamodb:PutItem on resource: ${records} because no identity-based policy allows the dynamodb:PutItem action`,
    );
  });
});

describe("credentials", () => {
  test("are each function's own, and of letters and digits", () => {
    expect(credentialsOf("Draft")).not.toEqual(credentialsOf("Export"));
    expect(credentialsOf("Draft").accessKeyId).toMatch(/^[A-Z0-9]{20}$/);
  });

  test("are read from a signed request", () => {
    expect(accessKeyIn("AWS4-HMAC-SHA256 Credential=KEY123/20240621/eu-north-1/ses/aws4_request, Sig")).toBe(
      "KEY123",
    );
    expect(accessKeyIn(undefined)).toBe("");
  });

  test("of nobody allow nothing", () => {
    const { mayCall, knows } = permitted([{ Action: "*", Resource: "*" }]);
    expect(knows("STRANGER")).toBe(false);
    expect(mayCall("STRANGER", "dynamodb:GetItem", records)).toBe(false);
  });
});

describe("the front of DynamoDB", () => {
  /** A front before a server that answers everything with {} and keeps what was asked of it. */
  const frontWith = async (...statements: readonly Written[]) => {
    const passed: string[] = [];
    const upstream = createServer(async (request, response) => {
      passed.push(`${request.headers["x-amz-target"]} ${(await buffer(request)).toString()}`);
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end("{}");
    });
    await listen(upstream);
    const front = dynamodbFront({
      upstream: `http://${addressOf(upstream)}`,
      permissions: permitted(statements),
      region: "eu-north-1",
      account: "000000000000",
    });
    await listen(front);
    onTestFinished(() => {
      for (const server of [front, upstream]) server.close().closeAllConnections();
    });
    const client = (functionId = "Draft") =>
      new DynamoDBClient({
        endpoint: `http://${addressOf(front)}`,
        region: "eu-north-1",
        maxAttempts: 1,
        credentials: credentialsOf(functionId),
      });
    return { client, passed, address: addressOf(front) };
  };

  const Key = { pk: { S: "a" }, sk: { S: "b" } };
  const query = { TableName: "records", KeyConditionExpression: "pk = :a" };

  test("passes on what the role allows, as it came", async () => {
    const { client, passed } = await frontWith({ Action: "dynamodb:GetItem" });
    await client().send(new GetItemCommand({ TableName: "records", Key }));
    expect(passed).toEqual([`DynamoDB_20120810.GetItem ${JSON.stringify({ TableName: "records", Key })}`]);
  });

  test("refuses the rest as AWS does, and passes nothing on", async () => {
    const { client, passed } = await frontWith({ Action: "dynamodb:GetItem" });
    await expect(
      client().send(new PutItemCommand({ TableName: "records", Item: Key })),
    ).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringMatching(/is not authorized to perform: dynamodb:PutItem on resource: arn:/),
    });
    expect(passed).toEqual([]);
  });

  test("asks for each item of a transaction the permission of its own action", async () => {
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: "records", Item: Key } },
        { Update: { TableName: "records", Key, UpdateExpression: "SET a = b" } },
        { Delete: { TableName: "records", Key } },
        { ConditionCheck: { TableName: "records", Key, ConditionExpression: "attribute_exists(pk)" } },
      ],
    });
    const all = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"].map(
      (name) => `dynamodb:${name}`,
    );
    for (const missing of all) {
      const { client } = await frontWith({ Action: all.filter((action) => action !== missing) });
      await expect(client().send(transaction)).rejects.toThrow(`perform: ${missing} on`);
    }
    const { client, passed } = await frontWith({ Action: all });
    await client().send(transaction);
    expect(passed).toHaveLength(1);
  });

  test("knows an index from its table", async () => {
    const { client } = await frontWith({ Action: "dynamodb:Query", Resource: `${records}/index/by-owner` });
    await client().send(new QueryCommand({ ...query, IndexName: "by-owner" }));
    await expect(client().send(new QueryCommand({ ...query, IndexName: "by-call" }))).rejects.toThrow(
      "/index/by-call",
    );
    await expect(client().send(new QueryCommand(query))).rejects.toThrow("not authorized");
  });

  test("asks for every table of a batch, and knows a table by its ARN", async () => {
    const { client } = await frontWith({ Action: ["dynamodb:BatchGetItem", "dynamodb:DescribeTable"] });
    const batch = (table: string) => new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [Key] } } });
    await client().send(batch("records"));
    await expect(client().send(batch("others"))).rejects.toThrow("table/others");
    await client().send(new DescribeTableCommand({ TableName: records }));
  });

  test("refuses an operation it does not know by name", async () => {
    const { client } = await frontWith({ Action: "*", Resource: "*" });
    const statement = new ExecuteStatementCommand({ Statement: "SELECT * FROM records" });
    await expect(client().send(statement)).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: "The local runtime does not know ExecuteStatement",
    });
  });

  test("refuses who is no function of the template", async () => {
    const { client } = await frontWith({ Action: "*", Resource: "*" });
    await expect(
      client("Stranger").send(new GetItemCommand({ TableName: "records", Key })),
    ).rejects.toMatchObject({ name: "UnrecognizedClientException" });
  });

  test("refuses a body that is not JSON, and one without a table", async () => {
    const { address, passed } = await frontWith({ Action: "*", Resource: "*" });
    const send = (body: string) =>
      fetch(`http://${address}/`, {
        method: "POST",
        body,
        headers: { "x-amz-target": "DynamoDB_20120810.GetItem", authorization: `Credential=${key}/x` },
      });
    for (const body of ["{", "{}", "null"]) expect((await send(body)).status).toBe(400);
    expect(passed).toEqual([]);
  });
});
