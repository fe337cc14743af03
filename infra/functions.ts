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

export interface PageFunctionPlan extends FunctionPlan {
  /** Methods and paths as API Gateway writes them; `$default` is every other. */
  readonly routes: readonly string[];
}

/** The functions that answer requests, and which requests. */
export const pageFunctions = {
  "call-pages": {
    records: { items: ["GetItem", "Query"] },
    receiptKeys: ["read"],
    routes: [
      "GET /",
      "GET /{lang}",
      "GET /{lang}/calls/{call}",
      "GET /{lang}/privacy",
      "GET /{lang}/accessibility",
      "GET /{lang}/verify",
      "POST /{lang}/verify",
      "GET /.well-known/jwks.json",
      "GET /health",
      "$default",
    ],
  },
  "sign-in": {
    records: { items: ["GetItem", "PutItem", "DeleteItem"] },
    routes: [
      "GET /auth/sign-in",
      "GET /auth/callback",
      "GET /auth/session",
      "POST /auth/sign-out",
      "GET /auth/signed-out",
    ],
  },
  draft: {
    records: {
      items: [
        "GetItem",
        "BatchGetItem",
        "Query",
        "PutItem",
        "UpdateItem",
        "DeleteItem",
        "ConditionCheckItem",
      ],
      indexes: ["byOwner"],
    },
    files: { objects: ["PutObject", "GetObjectVersion", "DeleteObjectVersion"], takesUploads: true },
    asksRegister: true,
    routes: [
      "GET /{lang}/register/{number}",
      "GET /{lang}/my-page",
      "POST /{lang}/calls/{call}/applications",
      "GET /{lang}/applications/{id}",
      "GET /{lang}/applications/{id}/level",
      "POST /{lang}/applications/{id}/level",
      "GET /{lang}/applications/{id}/sections/{section}",
      "POST /{lang}/applications/{id}/sections/{section}",
      "PUT /{lang}/applications/{id}/sections/{section}",
      "GET /{lang}/applications/{id}/colleagues",
      "POST /{lang}/applications/{id}/colleagues",
      "POST /{lang}/applications/{id}/colleagues/{colleague}",
      "GET /{lang}/applications/{id}/colleagues/{colleague}/ownership",
      "POST /{lang}/applications/{id}/colleagues/{colleague}/ownership",
      "GET /{lang}/invitations/{id}/{colleague}",
      "POST /{lang}/invitations/{id}/{colleague}",
      "POST /{lang}/applications/{id}/files",
      "GET /{lang}/applications/{id}/files/{file}",
      "GET /{lang}/applications/{id}/files/{file}/upload",
      "POST /{lang}/applications/{id}/files/{file}/removal",
      "GET /{lang}/applications/{id}/sections/{section}/rows/{group}",
      "POST /{lang}/applications/{id}/sections/{section}/rows/{group}",
      "GET /{lang}/applications/{id}/sections/{section}/rows/{group}/template.xlsx",
      "GET /{lang}/applications/{id}/sections/{section}/rows/{group}/template.csv",
    ],
  },
  submission: {
    records: {
      items: ["GetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"],
      indexes: ["byOwner"],
    },
    receiptKeys: ["sign"],
    routes: [
      "GET /{lang}/applications/{id}/review",
      "POST /{lang}/applications/{id}/submission",
      "GET /{lang}/applications/{id}/receipt",
      "GET /{lang}/applications/{id}/receipt.json",
      "POST /{lang}/applications/{id}/change",
      "GET /{lang}/applications/{id}/withdrawal",
      "POST /{lang}/applications/{id}/withdrawal",
    ],
  },
  // Apart from the others: what writes PDF takes longer to start than all the rest of them.
  documents: {
    records: { items: ["GetItem", "Query"] },
    routes: [
      "GET /{lang}/applications/{id}/draft.pdf",
      "GET /{lang}/applications/{id}/draft.json",
      "GET /{lang}/applications/{id}/receipt.pdf",
    ],
  },
  "webinar-sign-up": {
    records: { items: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"] },
    routes: [
      "GET /{lang}/calls/{call}/webinar",
      "POST /{lang}/calls/{call}/webinar",
      "GET /{lang}/calls/{call}/webinar/link",
      "POST /{lang}/calls/{call}/webinar/link",
      "GET /{lang}/registrations/{id}",
      "POST /{lang}/registrations/{id}",
      "GET /{lang}/registrations/{id}/details",
      "POST /{lang}/registrations/{id}/details",
      "GET /{lang}/registrations/{id}/webinar.ics",
    ],
  },
  "staff-console": {
    records: {
      items: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      indexes: ["byOwner", "byCall"],
    },
    files: { objects: ["GetObjectVersion"] },
    routes: [
      "GET /staff",
      "GET /staff/calls/{call}/applications",
      "GET /staff/calls/{call}/registrations",
      "GET /staff/calls/{call}/attempts",
      "GET /staff/calls/{call}/outages",
      "POST /staff/calls/{call}/outages",
      "GET /staff/calls/{call}/outages/{id}",
      "GET /staff/calls/{call}/closing",
      "GET /staff/applications/{id}",
      "GET /staff/applications/{id}/files/{file}",
      "POST /staff/applications/{id}/extension",
      "GET /staff/calls/{call}/deadline",
      "POST /staff/calls/{call}/deadline",
      "GET /staff/calls/{call}/webinar",
      "POST /staff/calls/{call}/webinar",
      "GET /staff/events",
      "GET /staff/calls/{call}/undelivered",
      "GET /staff/registrations/{webinar}/{id}",
      "POST /staff/registrations/{webinar}/{id}",
      "GET /staff/calls/{call}/registrations/new",
      "POST /staff/calls/{call}/registrations/new",
      "GET /staff/messages/{message}",
      "POST /staff/messages/{message}",
    ],
  },
  export: {
    records: {
      items: ["GetItem", "BatchGetItem", "Query", "PutItem"],
      indexes: ["byOwner", "byCall"],
    },
    files: { exports: ["PutObject", "GetObjectVersion"] },
    timeoutSeconds: 29,
    routes: [
      "GET /staff/calls/{call}/exports",
      "POST /staff/calls/{call}/exports",
      "GET /staff/calls/{call}/exports/{id}/{volume}",
      "GET /staff/calls/{call}/applications.xlsx",
      "GET /staff/calls/{call}/applications.csv",
      "GET /staff/calls/{call}/applications.jsonl",
      "GET /staff/calls/{call}/applications.json",
      "GET /staff/calls/{call}/registrations.xlsx",
      "GET /staff/calls/{call}/registrations.csv",
      "GET /staff/calls/{call}/registrations.jsonl",
      "GET /staff/calls/{call}/registrations.json",
      "GET /staff/calls/{call}/messages.xlsx",
      "GET /staff/calls/{call}/messages.csv",
      "GET /staff/calls/{call}/messages.jsonl",
      "GET /staff/calls/{call}/messages.json",
      "GET /staff/calls/{call}/events.xlsx",
      "GET /staff/calls/{call}/events.csv",
      "GET /staff/calls/{call}/events.jsonl",
      "GET /staff/calls/{call}/events.json",
    ],
  },
} as const satisfies Record<string, PageFunctionPlan>;

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
  // Has a PDF library in it, as documents has, and may read every attachment, as documents may not.
  "export-job": {
    records: { items: ["GetItem", "Query", "PutItem", "UpdateItem"] },
    files: { objects: ["GetObjectVersion"], exports: ["PutObject"] },
    // A run goes on for as long as Lambda lets it; the next one goes on from there.
    timeoutSeconds: 900,
    memoryMegabytes: 2048,
  },
} as const satisfies Record<string, FunctionPlan>;
