import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { openTable, type Table } from "#shared/records/table.ts";
import { tableDefinition } from "#shared/records/table-definition.ts";

/** An empty table of its own on DynamoDB Local, found the way a function finds it: by the environment. */
export const freshTable = async (): Promise<Table> => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: inject("dynamoDbEndpoint"),
    AWS_REGION: "eu-north-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  const table = openTable(`test-${randomUUID()}`);
  await table.client.send(new CreateTableCommand({ ...tableDefinition, TableName: table.name }));
  return table;
};

/** The body of an answer as DynamoDB spells it; an error has a type. */
export interface DynamoDbAnswer {
  readonly __type?: string;
  readonly message?: string;
  readonly [member: string]: unknown;
}

export const failure = (name: string): DynamoDbAnswer => ({
  __type: `com.amazonaws.dynamodb.v20120810#${name}`,
  message: "Something DynamoDB says",
});

export const throttled = failure("ProvisionedThroughputExceededException");

/** A transaction refused for these reasons, one for each of its items. */
export const cancelled = (...codes: readonly string[]): DynamoDbAnswer => ({
  ...failure("TransactionCanceledException"),
  CancellationReasons: codes.map((Code) => ({ Code })),
});

/** What comes back in place of the database's answer to the first, second … request, which is of this kind; or nothing is in its way. */
type Obstacle = (request: number, command: string) => DynamoDbAnswer | undefined;

/**
 * The same table through a client with an obstacle in its way, before the request leaves (`refuse`) or after the
 * database has done what it was asked (`lose`). DynamoDB Local itself refuses nobody.
 */
export const withObstacle = (table: Table, how: "refuse" | "lose", obstacle: Obstacle) => {
  const hindered = openTable(table.name);
  let requests = 0;
  hindered.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (given) => {
        requests += 1;
        const answer = obstacle(requests, commandName);
        if (!answer) return next(given);
        if (how === "lose") await next(given);
        const body = Readable.from([Buffer.from(JSON.stringify(answer))]);
        const headers = { "content-type": "application/x-amz-json-1.0" };
        const statusCode = !answer.__type ? 200 : answer.__type.endsWith("#InternalServerError") ? 500 : 400;
        return { response: { statusCode, headers, body }, output: { $metadata: {} } };
      },
    { step: "deserialize", priority: "low", name: "obstacle" },
  );
  return { table: hindered, requests: () => requests };
};

/** The same table, whose first transaction is refused. */
export const withFirstTransactionRefused = (
  table: Table,
  answer: DynamoDbAnswer = failure("AccessDeniedException"),
): Table => {
  let transactions = 0;
  const isFirst = (command: string) => command === "TransactWriteItemsCommand" && ++transactions === 1;
  return withObstacle(table, "refuse", (_, command) => (isFirst(command) ? answer : undefined)).table;
};
