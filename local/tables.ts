import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { callDynamoDb } from "./dynamodb-protocol.ts";
import type { Resource, Template } from "./template.ts";

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Projection = z.object({
  ProjectionType: z.string(),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Index = z.object({ IndexName: z.string(), KeySchema, Projection });

/** What makes a table what it is; throughput, back-up and encryption are AWS's business. */
const Definition = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
});

const Properties = Definition.extend({
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

/** A table of the template, and the attribute that says when an item is over. */
export interface LocalTable {
  readonly name: string;
  readonly keys: readonly string[];
  readonly timeToLive: string | undefined;
}

const byName = <Item>(items: readonly Item[] = [], nameOf: (item: Item) => string): readonly Item[] =>
  items.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));

const inOrder = (definition: z.infer<typeof Definition>) => ({
  keys: definition.KeySchema,
  attributes: byName(definition.AttributeDefinitions, ({ AttributeName }) => AttributeName),
  global: byName(definition.GlobalSecondaryIndexes, ({ IndexName }) => IndexName),
  local: byName(definition.LocalSecondaryIndexes, ({ IndexName }) => IndexName),
});

/** Records of an earlier start are only of use to a table that is still the same. */
const ensureSame = async (endpoint: string, name: string, wanted: z.infer<typeof Definition>) => {
  const Described = z.object({ Table: Definition });
  const { Table } = await callDynamoDb(endpoint, ["tables", "DescribeTable"], { TableName: name }, Described);
  if (isDeepStrictEqual(inOrder(Table), inOrder(wanted))) return;
  throw new Error(
    `the table ${name} has changed since these records were kept: delete their folder or choose another with --data`,
  );
};

const create = async (endpoint: string, { id, properties }: Resource, name: string): Promise<LocalTable> => {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success)
    throw new Error(`the table ${id} cannot be made on this machine: ${z.prettifyError(parsed.error)}`);
  const { StreamSpecification: stream, TimeToLiveSpecification: timeToLive, ...definition } = parsed.data;
  const input = {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    ...definition,
    ...(stream && { StreamSpecification: { StreamEnabled: true, ...stream } }),
  };
  await callDynamoDb(endpoint, ["tables", "CreateTable"], input, z.unknown()).catch((error: unknown) => {
    const isThere = error instanceof Error && error.name === "ResourceInUseException";
    if (!isThere) throw error;
    return ensureSame(endpoint, name, definition);
  });
  return {
    name,
    keys: definition.KeySchema.map(({ AttributeName }) => AttributeName),
    timeToLive: timeToLive?.Enabled ? timeToLive.AttributeName : undefined,
  };
};

/** Makes the template's tables with their indexes and streams, those that are not there from an earlier start. */
export const createTables = (endpoint: string, template: Template): Promise<readonly LocalTable[]> => {
  const types = ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"];
  const resources = types.flatMap((type) => template.resources(type));
  return Promise.all(resources.map((resource) => create(endpoint, resource, template.name(resource.id))));
};
