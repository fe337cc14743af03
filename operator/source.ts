import type { Item } from "#shared/records/table.ts";

/** Where records are read from. */
export interface Source {
  /** Whether the items of one partition follow one another. */
  readonly together: boolean;
  readonly items: () => AsyncIterable<Item>;
  /** What lies in a partition by now; a source that does not change has no need of it. */
  readonly again?: (partition: string) => Promise<readonly Item[]>;
}

/** What was asked to be read cannot be. The message says what, and holds nothing of what was read. */
export class CannotRead extends Error {
  override readonly name = "CannotRead";
}

const width = 30;

/** Of a total that may have grown since it was counted. */
const bar = (read: number, total: number): string => {
  const done = Math.round(width * Math.min(1, read / total));
  return `[${"#".repeat(done)}${"-".repeat(width - done)}] `;
};

/** Shows how much has been done, on a terminal alone; with a bar when it is known how much there is. */
export const progress = (
  total = 0,
  done = "records read",
): { readonly add: (records: number) => void; readonly end: () => void } => {
  let read = 0;
  const show = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(text);
  };
  return {
    add: (records) => {
      read += records;
      show(`\r${total > 0 ? bar(read, total) : ""}${read.toLocaleString("en")} ${done}`);
    },
    end: () => show("\n"),
  };
};
