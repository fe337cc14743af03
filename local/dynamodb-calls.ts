import * as z from "zod";

/** One thing a request asks to be allowed: an action, and the table or index it touches by name or ARN. */
export interface TableCall {
  readonly action: string;
  readonly table: string;
  readonly index?: string;
}

const OnTable = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const Named = z.object({ TableName: z.string() });
const TransactItem = z.object({
  Put: Named.optional(),
  Update: Named.optional(),
  Delete: Named.optional(),
  ConditionCheck: Named.optional(),
  Get: Named.optional(),
});
const Transaction = z.object({ TransactItems: z.array(TransactItem) });
const Batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) });

/** Each item of a transaction needs the permission of the single action. */
const itemActions = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
} as const;

const callsOfItem = (item: z.infer<typeof TransactItem>): readonly TableCall[] =>
  z
    .array(z.enum(["Put", "Update", "Delete", "ConditionCheck", "Get"]))
    .parse(Object.keys(item))
    .flatMap((kind) => {
      const table = item[kind]?.TableName;
      return table === undefined ? [] : [{ action: itemActions[kind], table }];
    });

const callsOfTransaction = (body: unknown): readonly TableCall[] =>
  Transaction.parse(body).TransactItems.flatMap(callsOfItem);

const callsOfBatch = (action: string, body: unknown): readonly TableCall[] =>
  Object.keys(Batch.parse(body).RequestItems).map((table) => ({ action, table }));

const callOnTable = (action: string, body: unknown): TableCall => {
  const { TableName, IndexName } = OnTable.parse(body);
  return { action, table: TableName, ...(IndexName !== undefined && { index: IndexName }) };
};

type Reader = (action: string, body: unknown) => readonly TableCall[];
const single: Reader = (action, body) => [callOnTable(action, body)];
const transaction: Reader = (_, body) => callsOfTransaction(body);

/** The operations that a function may use here; another one is refused by name. */
const operations: Readonly<Record<string, Reader>> = {
  GetItem: single,
  PutItem: single,
  UpdateItem: single,
  DeleteItem: single,
  Query: single,
  Scan: single,
  DescribeTable: single,
  DescribeTimeToLive: single,
  BatchGetItem: callsOfBatch,
  BatchWriteItem: callsOfBatch,
  TransactGetItems: transaction,
  TransactWriteItems: transaction,
};

/** What a request to DynamoDB asks to be allowed; `undefined` for an operation that is not known here. */
export const callsIn = (operation: string, body: unknown): readonly TableCall[] | undefined =>
  Object.hasOwn(operations, operation) ? operations[operation]?.(operation, body) : undefined;
