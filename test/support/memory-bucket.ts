import type { Bucket, ObjectVersion } from "#shared/files/bucket.ts";
import { openBucket } from "#shared/files/bucket.ts";

interface Kept extends ObjectVersion {
  readonly bytes: Uint8Array;
  held: boolean;
}

const missing = () => Object.assign(new Error("missing"), { name: "NoSuchVersion" });
const denied = () => Object.assign(new Error("held"), { name: "AccessDenied" });

/** A bucket whose objects are in memory, behind the real client, which signs as ever: what is asked of it is what S3 would be asked. */
export const memoryBucket = () => {
  Object.assign(process.env, {
    AWS_REGION: "eu-north-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  const kept: Kept[] = [];
  let meanwhile = async (_version: string): Promise<void> => {};
  const bucket: Bucket = openBucket("opptak-files");
  const find = (key: unknown, version: unknown) =>
    kept.find((one) => one.key === key && one.version === version);

  const answers: Readonly<Record<string, (input: Record<string, unknown>) => object | Promise<object>>> = {
    GetObjectCommand: async ({ Key, VersionId }) => {
      await meanwhile(String(VersionId));
      const one = find(Key, VersionId);
      if (!one) throw missing();
      return { Body: { transformToByteArray: async () => one.bytes } };
    },
    PutObjectLegalHoldCommand: ({ Key, VersionId }) => {
      const one = find(Key, VersionId);
      if (!one) throw missing();
      one.held = true;
      return {};
    },
    DeleteObjectCommand: ({ Key, VersionId }) => {
      const one = find(Key, VersionId);
      if (one?.held) throw denied();
      if (one) kept.splice(kept.indexOf(one), 1);
      return {};
    },
    ListObjectVersionsCommand: ({ Prefix }) => ({
      Versions: kept
        .filter(({ key }) => key.startsWith(String(Prefix)))
        .map(({ key, version }) => ({ Key: key, VersionId: version })),
      IsTruncated: false,
    }),
  };
  bucket.client.middlewareStack.add(
    (_next, { commandName = "" }) =>
      async ({ input }) => {
        const answer = answers[commandName];
        if (!answer) throw new Error(`Nobody thought of ${commandName}`);
        return { response: {}, output: { $metadata: {}, ...(await answer({ ...input })) } };
      },
    { step: "finalizeRequest", priority: "low", name: "in-memory" },
  );
  return {
    bucket,
    put: (key: string, version: string, bytes: Uint8Array) => {
      kept.push({ key, version, bytes, held: false });
    },
    /** Something that happens before a version is read. */
    beforeReading: (happens: typeof meanwhile) => {
      meanwhile = happens;
    },
    versions: () => kept.map(({ version }) => version),
    held: () => kept.filter(({ held }) => held).map(({ version }) => version),
  };
};
