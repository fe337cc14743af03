import type { Table } from "./table.ts";
import { encode, type Item } from "./table.ts";
import type { Key } from "./table-keys.ts";

/** Part of a write: in its text every `#word` is the attribute of that name and every `:word` a value given. */
export interface Expression {
  readonly text: string;
  readonly values?: Item;
}

const namesIn = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.flatMap((text) => [...text.matchAll(/#(\w+)/g)]).map(([name, attribute = ""]) => [name, attribute]),
  );

/** The names and values that expressions speak of, as DynamoDB wants them. */
export const spelledOut = (...expressions: readonly Expression[]) => {
  const values = Object.assign({}, ...expressions.map(({ values }) => values));
  const given = Object.entries(values).map(([name, value]) => [`:${name}`, value]);
  return {
    ExpressionAttributeNames: namesIn(expressions.map(({ text }) => text)),
    ...(given.length > 0 && { ExpressionAttributeValues: encode(Object.fromEntries(given)) }),
  };
};

const onFailure = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;

/** Conditions that several records share. */
export const absent: Expression = { text: "attribute_not_exists(#pk)" };
export const present: Expression = { text: "attribute_exists(#pk)" };

/** Holds as long as an item is as it was then; revision 0 is one never kept. */
export const stillAt = (revision: number): Expression =>
  revision === 0 ? absent : { text: "#revision = :revision", values: { revision } };

/** Without a condition it replaces whatever is there. */
export const put = (table: Table, item: Item, condition?: Expression) => ({
  TableName: table.name,
  Item: encode(item),
  ...(condition && {
    ConditionExpression: condition.text,
    ...spelledOut(condition),
    ...onFailure,
  }),
});

export const update = (table: Table, key: Key, change: Expression, condition: Expression) => ({
  TableName: table.name,
  Key: encode({ ...key }),
  UpdateExpression: change.text,
  ConditionExpression: condition.text,
  ...spelledOut(change, condition),
  ...onFailure,
});

/** A key with a condition: a check, or a delete. */
export const check = (table: Table, key: Key, condition: Expression) => ({
  TableName: table.name,
  Key: encode({ ...key }),
  ConditionExpression: condition.text,
  ...spelledOut(condition),
  ...onFailure,
});

/** Adds to the numbers of these names, from nothing where there is no item yet. */
export const sum = (table: Table, key: Key, item: string, more: Readonly<Record<string, number>>) => {
  const text = Object.keys(more).map((name) => `#${name} :${name}`);
  const change = { text: `SET #item = :item ADD ${text.join(", ")}`, values: { ...more, item } };
  return {
    TableName: table.name,
    Key: encode({ ...key }),
    UpdateExpression: change.text,
    ...spelledOut(change),
  };
};
