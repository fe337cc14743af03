import type { TestProject } from "vitest/node";
import { type DynamoDbLocal, startDynamoDbLocal } from "../../local/dynamodb-local.ts";

declare module "vitest" {
  interface ProvidedContext {
    dynamoDbEndpoint: string;
  }
}

interface Shared {
  database: Promise<DynamoDbLocal>;
  users: number;
}

declare global {
  var dynamoDbOfThisRun: Shared | undefined;
}

/** Each project loads this file anew, in the same process: the first one starts the database, the last one stops it. */
export const setup = async (project: TestProject) => {
  globalThis.dynamoDbOfThisRun ??= { database: startDynamoDbLocal(), users: 0 };
  const shared = globalThis.dynamoDbOfThisRun;
  shared.users += 1;
  const database = await shared.database;
  project.provide("dynamoDbEndpoint", database.endpoint);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await database.stop();
  };
};
