import type { FilesUse } from "./capabilities/attachments.ts";
import type { Use } from "./capabilities/records-table.ts";

export interface FunctionPlan {
  /** What it does with the records: no more than it may. */
  readonly records: Use;
  /** What it does with the attachments. */
  readonly files?: FilesUse;
  /** What it does with the keys of receipts. */
  readonly receiptKeys?: readonly ("sign" | "read")[];
  /** Whether it asks Enhetsregisteret about organisations. */
  readonly asksRegister?: boolean;
  /** @default 20; the gateway waits 29 */
  readonly timeoutSeconds?: number;
  /** @default 1024 */
  readonly memoryMegabytes?: number;
}

/** The functions that nobody asks: schedules, scans and the table's stream start them. */
export const backgroundFunctions = {
  "deadline-enforcement": {
    records: {
      items: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"],
      indexes: ["byOwner", "byCall", "byDue"],
    },
    receiptKeys: ["sign"],
    asksRegister: true,
    // To write or delete some hundred applications takes a while; what is not done is done in the next run.
    timeoutSeconds: 120,
  },
  "mail-delivery": {
    records: { items: ["GetItem", "Query", "UpdateItem"], indexes: ["byDue"] },
    timeoutSeconds: 60,
  },
  "mail-feedback": {
    records: { items: ["GetItem", "PutItem", "UpdateItem"] },
    memoryMegabytes: 512,
  },
  attachments: {
    records: { items: ["GetItem", "Query", "PutItem", "ConditionCheckItem"] },
    files: {
      objects: ["GetObjectVersion", "DeleteObjectVersion", "PutObjectLegalHold"],
      bucket: ["ListBucket", "ListBucketVersions"],
    },
    timeoutSeconds: 60,
    memoryMegabytes: 512,
  },
  // Apart from the others: what fails to count must never stop a mail.
  statistics: {
    records: {
      items: [
        "GetItem",
        "BatchGetItem",
        "BatchWriteItem",
        "PutItem",
        "UpdateItem",
        "DeleteItem",
        "ConditionCheckItem",
      ],
    },
    timeoutSeconds: 60,
    memoryMegabytes: 512,
  },
  // Has a PDF library in it, as documents has, and may read every attachment, as documents may not.
  "export-job": {
    records: {
      items: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"],
      indexes: ["byOwner", "byCall"],
    },
    files: { objects: ["GetObjectVersion"], exports: ["PutObject", "AbortMultipartUpload"] },
    // A run goes on for as long as Lambda lets it; the next one goes on from there.
    timeoutSeconds: 900,
    memoryMegabytes: 512,
  },
} as const satisfies Record<string, FunctionPlan>;
