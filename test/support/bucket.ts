import * as z from "zod";
import { type Bucket, hold } from "#shared/files/bucket.ts";
import { june, Bucket as name, serveS3 } from "../local/s3-setup.ts";

/** Has a request's VersionId replaced before it is sent. */
const withVersion = (input: object, change: (version: string) => string): object =>
  "VersionId" in input && typeof input.VersionId === "string"
    ? { ...input, VersionId: change(input.VersionId) }
    : input;

const List = z.object({ Versions: z.array(z.looseObject({ VersionId: z.string() })) });

/** A bucket of the local S3. S3 names versions itself; here they go by the names that a test gives them. */
export const localBucket = async () => {
  const { client, objects } = await serveS3();
  const names = new Map<string, string>();
  const idOf = (named: string) => [...names].find(([, one]) => one === named)?.[0] ?? named;
  let meanwhile = async (_version: string): Promise<void> => {};
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { input } = args;
        if (commandName === "GetObjectCommand" && "VersionId" in input)
          await meanwhile(String(input.VersionId));
        const told = await next({ ...args, input: Object.assign(input, withVersion(input, idOf)) });
        const list = List.safeParse(told.output);
        const renamed = list.data?.Versions.map((one) => ({
          ...one,
          VersionId: names.get(one.VersionId) ?? one.VersionId,
        }));
        if (renamed) Object.assign(told.output, { Versions: renamed });
        return told;
      },
    { step: "initialize" },
  );
  const bucket: Bucket = { client, name };
  const named = (versions: ReturnType<typeof objects.all>) =>
    versions.filter(({ isMarker }) => !isMarker).map(({ id }) => names.get(id) ?? id);
  return {
    bucket,
    put: (key: string, version: string, bytes: Uint8Array) => {
      const { id } = objects.put({ bucket: name, key, bytes: Buffer.from(bytes), headers: {} }, june);
      names.set(id, version);
    },
    /** Something that happens before a version is read. */
    beforeReading: (happens: typeof meanwhile) => {
      meanwhile = happens;
    },
    /** Locks a version, as what was sent is locked. */
    hold: (key: string, version: string) => hold(bucket, { key, version }),
    versions: () => named(objects.all()),
    held: () => named(objects.all().filter(({ held }) => held)),
  };
};
