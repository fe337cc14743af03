import type { S3Client } from "@aws-sdk/client-s3";

/** Lets the first object that is put break: before it is there, or after, when nobody has heard of it. */
export const breakFirstPut = ({ client }: { readonly client: S3Client }, when: string): void => {
  let broken = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const breaks = commandName === "PutObjectCommand" && !broken;
        broken ||= breaks;
        if (breaks && when === "before") throw new Error("out of order");
        const told = await next(args);
        if (breaks) throw new Error("out of order");
        return told;
      },
    { step: "initialize" },
  );
};
