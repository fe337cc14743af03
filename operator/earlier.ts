import { readFile } from "node:fs/promises";
import * as z from "zod";
import { Sha256 } from "#shared/domain/digest.ts";
import { CannotRead } from "./source.ts";

/** Where an application's history ended when it was audited. */
export const SeenHead = z.object({
  application: z.string(),
  reference: z.string(),
  revision: z.int().min(0),
  lastEvent: Sha256,
});
export type SeenHead = z.infer<typeof SeenHead>;

/** What an audit before this one saw, by the application's id. */
export type EarlierAudit = ReadonlyMap<string, SeenHead>;

const Told = z.object({ call: z.string(), heads: z.array(SeenHead) });

/** Reads what `--json` wrote then. */
export const readEarlier = async (file: string, call: string): Promise<EarlierAudit> => {
  const told = await readFile(file, "utf8")
    .then((text) => Told.parse(JSON.parse(text)))
    .catch(() => {
      throw new CannotRead(`${file} is not what an earlier audit wrote with --json.`);
    });
  if (told.call !== call) throw new CannotRead(`${file} is an audit of ${told.call}.`);
  return new Map(told.heads.map((head) => [head.application, head]));
};
