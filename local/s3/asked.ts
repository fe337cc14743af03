import type { IncomingMessage } from "node:http";
import type { Permissions } from "../permissions.ts";
import type { BucketDefinition } from "./buckets.ts";
import { accessDenied } from "./fault.ts";
import type { Begun } from "./multipart.ts";
import type { Objects } from "./objects.ts";

/** What S3 works with. */
export interface S3Around {
  readonly objects: Objects;
  readonly permissions: Permissions;
  /** The runtime's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** One request whose signature is good. */
export interface Asked extends S3Around {
  readonly request: IncomingMessage;
  /** Those that have been begun, by their names. */
  readonly uploads: Map<string, Begun>;
  readonly query: URLSearchParams;
  readonly bucket: BucketDefinition;
  readonly key: string;
  readonly body: Buffer;
  readonly bodyHash: string;
  readonly accessKey: string;
}

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly document?: string;
  readonly bytes?: Buffer;
}

type Whose = Pick<Asked, "permissions" | "accessKey">;

/** Whether the signer's role lets it do this to an object, or to the bucket itself. */
export const may = ({ permissions, accessKey }: Whose, action: string, resource: string): boolean =>
  permissions.mayCall(accessKey, `s3:${action}`, resource);

/** Refuses what the signer's role does not allow, in IAM's own sentence. */
export const ensureMay = ({ permissions, accessKey }: Whose, action: string, resource: string): void => {
  const refusal = permissions.refusal(accessKey, `s3:${action}`, resource);
  if (refusal !== undefined) throw accessDenied(refusal);
};

export const arnOf = ({ bucket, key }: Pick<Asked, "bucket" | "key">): string => `${bucket.arn}/${key}`;
