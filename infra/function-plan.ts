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
