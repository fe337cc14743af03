import { S3Client } from "@aws-sdk/client-s3";
import { onTestFinished } from "vitest";
import { addressOf, listen } from "../../local/listening.ts";
import { credentialsOf, permissionsIn } from "../../local/permissions.ts";
import { bucketsIn } from "../../local/s3/buckets.ts";
import { openObjects } from "../../local/s3/objects.ts";
import { s3Server } from "../../local/s3/server.ts";
import { functionOf, templateOf } from "./hand-made.ts";

export const Bucket = "files";
export const site = "http://127.0.0.1:4000";
export const june = Date.parse("2024-06-21T14:00:00.000Z");

const everything = [
  "GetObject",
  "GetObjectVersion",
  "PutObject",
  "AbortMultipartUpload",
  "DeleteObject",
  "DeleteObjectVersion",
  "PutObjectLegalHold",
  "GetObjectLegalHold",
  "ListBucket",
  "ListBucketVersions",
];

const resourcesFor = (actions: readonly string[], canLock: boolean) => ({
  Files: {
    Type: "AWS::S3::Bucket",
    Properties: {
      BucketName: Bucket,
      VersioningConfiguration: { Status: "Enabled" },
      ObjectLockEnabled: canLock,
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: [site], AllowedMethods: ["POST", "GET"] }] },
    },
  },
  Logs: { Type: "AWS::S3::Bucket", Properties: { BucketName: "logs" } },
  Role: {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: "keeps",
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              {
                Effect: "Allow",
                Action: actions.map((action) => `s3:${action}`),
                Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
              },
            ],
          },
        },
      ],
    },
  },
});

export interface Given {
  readonly actions?: readonly string[];
  readonly folder?: string | undefined;
  readonly canLock?: boolean;
  /** Id of the function that calls. */
  readonly caller?: string;
}

/** A small S3 and AWS's own client to it, signing as a function of the template. */
export const serveS3 = async (given: Given = {}) => {
  const { actions = everything, canLock = true, caller = "Keeper" } = given;
  const template = templateOf({ Resources: resourcesFor(actions, canLock) });
  const permissions = permissionsIn(template, [functionOf("", { id: "Keeper", role: "keeps" })]);
  const objects = openObjects(given.folder);
  const server = s3Server({ buckets: bucketsIn(template), objects, permissions, now: () => june });
  await listen(server);
  const endpoint = `http://${addressOf(server)}`;
  const client = new S3Client({
    region: "eu-north-1",
    endpoint,
    credentials: credentialsOf(caller),
    maxAttempts: 1,
  });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { client, endpoint, objects };
};

export type Client = Awaited<ReturnType<typeof serveS3>>["client"];

/** The name of the error that a promise is rejected with. */
export const refusalOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "nothing",
    (error: unknown) => (error instanceof Error ? error.name : error),
  );
