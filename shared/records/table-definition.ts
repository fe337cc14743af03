import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { indexes } from "./index-keys.ts";

const indexDefinition = (name: keyof typeof indexes) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: indexes[name].key, KeyType: "HASH" as const },
    { AttributeName: indexes[name].sort, KeyType: "RANGE" as const },
  ],
  Projection: { ProjectionType: "ALL" as const },
});

/** The table as DynamoDB and CloudFormation spell it, without its name and its operations. */
export const tableDefinition = {
  AttributeDefinitions: ["pk", "sk", ...Object.values(indexes).flatMap(({ key, sort }) => [key, sort])].map(
    (name) => ({ AttributeName: name, AttributeType: "S" as const }),
  ),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: [indexDefinition("byOwner"), indexDefinition("byCall"), indexDefinition("byDue")],
  BillingMode: "PAY_PER_REQUEST",
} satisfies Omit<CreateTableCommandInput, "TableName">;
