import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import * as z from "zod";
import { makeClock } from "../../local/clock.ts";
import { type DynamoDbLocal, startDynamoDbLocal } from "../../local/dynamodb-local.ts";
import { callDynamoDb } from "../../local/dynamodb-protocol.ts";
import { matchesPattern } from "../../local/event-pattern.ts";
import { openQueues } from "../../local/queues.ts";
import { type StreamMapping, streamMappingsIn } from "../../local/stream-mappings.ts";
import { openPositions, type StreamPositions } from "../../local/stream-positions.ts";
import { followStream } from "../../local/streams.ts";
import { createTables } from "../../local/tables.ts";
import { keepTimeToLive } from "../../local/time-to-live.ts";
import { templateOf, temporaryFolder } from "./hand-made.ts";

let dynamoDb: DynamoDbLocal;
beforeAll(async () => {
  dynamoDb = await startDynamoDbLocal();
});
afterAll(() => dynamoDb.stop());

const june = Date.parse("2024-06-21T14:00:00.000Z");
const queue = "arn:aws:sqs:eu-north-1:000000000000:unread";
const functionName = "arn:aws:lambda:eu-north-1:000000000000:function:deliver";

let tables = 0;

const resourcesWith = (mapping: object) => ({
  Unread: { Type: "AWS::SQS::Queue", Properties: { QueueName: "unread" } },
  Records: {
    Type: "AWS::DynamoDB::Table",
    Properties: {
      TableName: `records-${tables++}`,
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
      SSESpecification: { SSEEnabled: true },
    },
  },
  Mapping: {
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: {
      EventSourceArn: { "Fn::GetAtt": ["Records", "StreamArn"] },
      FunctionName: functionName,
      StartingPosition: "TRIM_HORIZON",
      DestinationConfig: { OnFailure: { Destination: queue } },
      ...mapping,
    },
  },
});

const Event = z.object({
  Records: z.array(
    z.looseObject({
      eventName: z.string(),
      eventSourceARN: z.string(),
      awsRegion: z.string(),
      dynamodb: z.looseObject({
        ApproximateCreationDateTime: z.number(),
        SequenceNumber: z.string(),
        Keys: z.object({ pk: z.object({ S: z.string() }) }),
      }),
    }),
  ),
});
type Event = z.infer<typeof Event>;

const keysOf = ({ Records }: Event): string => Records.map(({ dynamodb }) => dynamodb.Keys.pk.S).join("");

type Outcome =
  | "fails"
  | { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }
  | "works";

/** A table with a stream that calls `handle`. */
const follow = async (
  mapping: object,
  handle: (event: Event) => Outcome,
  positions = openPositions(undefined),
) => {
  const template = templateOf({ Resources: resourcesWith(mapping) });
  await createTables(dynamoDb.endpoint, template);
  const clock = makeClock(0);
  clock.move(june + 999, { held: true });
  const queues = openQueues(template, undefined);
  const events: Event[] = [];
  const invoke = async (name: string, event: unknown) => {
    expect(name).toBe(functionName);
    const told = Event.parse(event);
    events.push(told);
    const outcome = handle(told);
    const common = { requestId: "1", cold: false };
    if (outcome === "fails") return { ...common, functionError: "Unhandled" as const, payload: "{}" };
    return { ...common, payload: JSON.stringify(outcome === "works" ? null : outcome) };
  };
  const table = template.name("Records");
  const put = (pk: string, rest: object = {}) =>
    callDynamoDb(
      dynamoDb.endpoint,
      ["tables", "PutItem"],
      { TableName: table, Item: { pk: { S: pk }, ...rest } },
      z.unknown(),
    );
  const [read] = streamMappingsIn(template);
  if (!read) throw new Error("no mapping");
  const start = async (given: StreamPositions = positions, changed: Partial<StreamMapping> = {}) => {
    const stream = await followStream(
      { ...read, ...changed },
      {
        ...{ endpoint: dynamoDb.endpoint, region: template.region, clock, queues, lambda: { invoke } },
        ...{ positions: given, log: () => {}, retryAfterMilliseconds: () => 1 },
      },
    );
    onTestFinished(stream.stop);
    return stream;
  };
  const dead = () => queues.content()[0]?.messages ?? [];
  return { template, clock, table, put, start, events, dead };
};

const failing =
  (...poison: readonly string[]) =>
  (event: Event): Outcome =>
    poison.some((pk) => keysOf(event).includes(pk)) ? "fails" : "works";

describe("a stream", () => {
  test("tells a function of what changes, in order, as Lambda does", async () => {
    const { put, start, events, template } = await follow({ BatchSize: 10 }, () => "works");
    await put("a", { n: { N: "1" } });
    await put("b");
    await (await start()).settled();
    expect(events.map(keysOf).join("")).toBe("ab");
    expect(events[0]?.Records[0]).toMatchObject({
      eventName: "INSERT",
      eventSource: "aws:dynamodb",
      awsRegion: "eu-north-1",
      eventSourceARN: template.attribute("Records", "StreamArn"),
      dynamodb: { NewImage: { pk: { S: "a" }, n: { N: "1" } }, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
  });

  test("tells the runtime's time, in whole seconds", async () => {
    const { put, start, events } = await follow({}, () => "works");
    await put("a");
    await (await start()).settled();
    expect(events[0]?.Records[0]?.dynamodb.ApproximateCreationDateTime).toBe(june / 1000);
  });

  test("passes on only what its filters let through", async () => {
    const Pattern = JSON.stringify({
      eventName: ["INSERT"],
      dynamodb: { NewImage: { item: { S: ["message"] } } },
    });
    const { put, start, events } = await follow(
      { FilterCriteria: { Filters: [{ Pattern }] } },
      () => "works",
    );
    const stream = await start();
    await put("a", { item: { S: "message" } });
    await put("b", { item: { S: "session" } });
    await put("a", { item: { S: "message" }, sent: { BOOL: true } });
    await stream.settled();
    expect(events.map(keysOf)).toEqual(["a"]);
  });

  test("hands over no more at a time than a batch", async () => {
    const { put, start, events } = await follow({ BatchSize: 2 }, () => "works");
    for (const pk of "abcde") await put(pk);
    await (await start()).settled();
    expect(events.map(keysOf)).toEqual(["ab", "cd", "e"]);
  });

  test("waits for a batch to fill, as long as its window is", async () => {
    const window = { BatchSize: 3, MaximumBatchingWindowInSeconds: 300 };
    const { put, start, events } = await follow(window, () => "works");
    await start();
    for (const pk of "abcd") await put(pk);
    await vi.waitFor(() => expect(events.map(keysOf)).toEqual(["abc"]));
  });

  test("tries a batch again from the first item that is reported as failed", async () => {
    let fails = 1;
    const handle = ({ Records }: Event): Outcome => {
      const second = Records[1]?.dynamodb.SequenceNumber ?? "";
      return fails-- > 0 ? { batchItemFailures: [{ itemIdentifier: second }] } : "works";
    };
    const { put, start, events } = await follow(
      { FunctionResponseTypes: ["ReportBatchItemFailures"] },
      handle,
    );
    for (const pk of "abc") await put(pk);
    await (await start()).settled();
    expect(events.map(keysOf)).toEqual(["abc", "bc"]);
  });

  test("tries the whole batch again when the reported item is not in it", async () => {
    let fails = 1;
    const handle = (): Outcome => (fails-- > 0 ? { batchItemFailures: [{ itemIdentifier: "x" }] } : "works");
    const { put, start, events } = await follow(
      { FunctionResponseTypes: ["ReportBatchItemFailures"] },
      handle,
    );
    for (const pk of "ab") await put(pk);
    await (await start()).settled();
    expect(events.map(keysOf)).toEqual(["ab", "ab"]);
  });

  test("splits a batch that fails until only what is bad is given up, to the queue for it", async () => {
    const mapping = { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 2 };
    const { put, start, events, dead, template } = await follow(mapping, failing("c"));
    for (const pk of "abcd") await put(pk);
    await (await start()).settled();
    expect(events.map(keysOf)).toEqual(["abcd", "ab", "cd", "c", "c", "c", "d"]);
    expect(dead()).toMatchObject([
      {
        requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 3 },
        DDBStreamBatchInfo: { batchSize: 1, streamArn: template.attribute("Records", "StreamArn") },
      },
    ]);
  });

  test("without splitting gives up the batch that failed as often as it may, and goes on", async () => {
    const { put, start, events, dead } = await follow(
      { BatchSize: 2, MaximumRetryAttempts: 1 },
      failing("a"),
    );
    for (const pk of "abc") await put(pk);
    await (await start()).settled();
    expect(events.map(keysOf)).toEqual(["ab", "ab", "c"]);
    expect(dead()).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 2 } }]);
  });

  test("gives up what is older than it may be", async () => {
    const { put, start, events, dead } = await follow({ MaximumRecordAgeInSeconds: 60 }, () => "works");
    await put("a");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 600_000 });
    onTestFinished(() => void vi.useRealTimers());
    await (await start()).settled();
    expect(events).toEqual([]);
    expect(dead()).toMatchObject([{ requestContext: { condition: "RecordAgeExceeded" } }]);
  });
});

describe("after a restart a stream", () => {
  test("sends nothing twice and loses nothing", async () => {
    const file = path.join(temporaryFolder(), "positions.json");
    const { put, start, events } = await follow({ BatchSize: 2 }, () => "works");
    for (const pk of "abc") await put(pk);
    const before = await start(openPositions(file));
    await before.settled();
    await before.stop();
    for (const pk of "de") await put(pk);
    await (await start(openPositions(file))).settled();
    expect(events.map(keysOf).join("")).toBe("abcde");
  });

  test("begins again with what was under way when it was stopped", async () => {
    const file = path.join(temporaryFolder(), "positions.json");
    let works = false;
    const { put, start, events } = await follow({ BatchSize: 1 }, (event) =>
      works || keysOf(event) === "a" ? "works" : "fails",
    );
    for (const pk of "abc") await put(pk);
    const before = await start(openPositions(file));
    await vi.waitFor(() => expect(events.map(keysOf)).toContain("b"));
    await before.stop();
    works = true;
    events.length = 0;
    await (await start(openPositions(file))).settled();
    expect(events.map(keysOf)).toEqual(["b", "c"]);
  });

  test("does not take another change for one it has dealt with because they have one number", async () => {
    const { put, start, events } = await follow({}, () => "works");
    await put("a");
    const positions = openPositions(undefined);
    const before = await start(positions);
    await before.settled();
    await before.stop();
    const afterCrash: StreamPositions = {
      ...positions,
      find: (reader, shardId) => {
        const position = positions.find(reader, shardId);
        return position && { ...position, eventId: "of a change that was lost" };
      },
    };
    events.length = 0;
    await (await start(afterCrash)).settled();
    expect(events.map(keysOf)).toEqual(["a"]);
  });
});

describe("an event filter", () => {
  const event = { name: "INSERT", image: { state: { S: "owed" }, tries: 3, gone: null } };
  test.each([
    [{ name: ["INSERT", "MODIFY"] }, true],
    [{ name: ["REMOVE"] }, false],
    [{ name: ["INSERT"], image: { state: { S: ["sent"] } } }, false],
    [{ image: { state: { S: [{ prefix: "ow" }] } } }, true],
    [{ image: { state: { S: [{ suffix: "ow" }] } } }, false],
    [{ image: { state: { S: [{ "anything-but": ["sent", "owed"] }] } } }, false],
    [{ image: { state: { S: [{ "equals-ignore-case": "OWED" }] } } }, true],
    [{ image: { tries: [{ numeric: [">", 0, "<=", 3] }] } }, true],
    [{ image: { tries: [{ numeric: [">", 3] }] } }, false],
    [{ image: { missing: [{ exists: false }] } }, true],
    [{ image: { state: { S: [{ exists: false }] } } }, false],
    [{ image: { gone: [null] } }, true],
    [{ toString: [{ exists: true }] }, false],
  ])("%j matches as EventBridge has it: %j", (pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });

  test("that is not known is an error", () => {
    expect(() => matchesPattern({ name: [{ cidr: "10.0.0.0/8" }] }, event)).toThrow("event filter cidr");
  });
});

describe("a table", () => {
  test("of an earlier start is used again when it is the same, and refused when it is not", async () => {
    const { template, table } = await follow({}, () => "works");
    await createTables(dynamoDb.endpoint, template);
    const { Records } = resourcesWith({});
    const Properties = { ...Records.Properties, TableName: table, GlobalSecondaryIndexes: [index] };
    const changed = templateOf({ Resources: { Records: { ...Records, Properties } } });
    await expect(createTables(dynamoDb.endpoint, changed)).rejects.toThrow(`the table ${table} has changed`);
  });

  test("loses an item when its time is over on the runtime's clock, and not before", async () => {
    const { template, table, put, clock } = await follow({}, () => "works");
    await put("over", { ttl: { N: String(june / 1000 - 1) } });
    await put("not yet", { ttl: { N: String(june / 1000 + 1) } });
    await put("never");
    const made = await createTables(dynamoDb.endpoint, template);
    const timeToLive = keepTimeToLive(dynamoDb.endpoint, made, clock, () => {});
    onTestFinished(timeToLive.stop);
    const Scanned = z.object({ Items: z.array(z.object({ pk: z.object({ S: z.string() }) })) });
    const left = async () => {
      await timeToLive.sweep();
      const scan = { TableName: table };
      const { Items } = await callDynamoDb(dynamoDb.endpoint, ["tables", "Scan"], scan, Scanned);
      return Items.map(({ pk }) => pk.S).sort();
    };
    expect(await left()).toEqual(["never", "not yet"]);
    clock.move(june + 60_000);
    expect(await left()).toEqual(["never"]);
  });
});

const index = {
  IndexName: "byOwner",
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  Projection: { ProjectionType: "ALL" },
};
