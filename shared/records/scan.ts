import { type AttributeValue, ScanCommand } from "@aws-sdk/client-dynamodb";
import { decode, type Item, type Table, untilFree } from "./table.ts";
import { type Expression, spelledOut } from "./writes.ts";

export interface Page {
  readonly items: readonly Item[];
  /** How many were looked at, also those that the filter kept back. */
  readonly read: number;
}

/** Every item that the filter lets through, page by page; those of one partition follow one another. For what is run by hand. */
export async function* scan(table: Table, filter: Expression): AsyncGenerator<Page> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const command = new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      FilterExpression: filter.text,
      ...spelledOut(filter),
      ...(from && { ExclusiveStartKey: from }),
    });
    const page = await untilFree(() => table.client.send(command));
    yield { items: (page.Items ?? []).map(decode), read: page.ScannedCount ?? 0 };
    from = page.LastEvaluatedKey;
  } while (from);
}
