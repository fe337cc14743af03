import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { AttachedFiles } from "#shared/domain/attached-files.ts";
import type { StoredFile } from "#shared/domain/stored-file.ts";
import type { Client, Told } from "./road.ts";

export const Ticket = z.object({ id: z.string(), url: z.url(), fields: z.record(z.string(), z.string()) });
export type Ticket = z.infer<typeof Ticket>;

export interface Attaching {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

/** Asks for leave to upload a file, as the script does. */
export const askToAttach = (
  one: Client,
  id: string,
  { field, name, bytes, type = "application/pdf" }: Attaching,
) =>
  one.ask("POST", `/nb/applications/${id}/files`, {
    field,
    name,
    type,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });

/** Sends a file to where the ticket says, as any browser would. */
export const upload = async ({ url, fields }: Ticket, name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append("file", new File([bytes], name));
  return fetch(url, { method: "POST", body: form, redirect: "manual" });
};

const Section = z.object({ revision: z.number(), answers: AttachedFiles });

/** The files of an application's draft, by question. */
export const filesOf = async (one: Client, id: string): Promise<AttachedFiles> =>
  Section.parse((await one.ask("GET", `/nb/applications/${id}/sections/attachments`)).json).answers;

const longestCheck = 20_000;

/** Waits until every file has been judged. */
export const checkedFiles = async (one: Client, id: string): Promise<readonly StoredFile[]> => {
  for (let waited = 0; waited < longestCheck; waited += 100) {
    const files = Object.values(await filesOf(one, id)).flat();
    if (files.every(({ state }) => state === "clean" || state === "refused")) return files;
    await wait(100);
  }
  throw new Error("The files were never checked");
};

/** Attaches a file and does not wait for what becomes of it. */
export const attach = async (one: Client, id: string, file: Attaching): Promise<Told> => {
  const told = await askToAttach(one, id, file);
  const stored = await upload(Ticket.parse(told.json), file.name, file.bytes);
  if (stored.status !== 204) throw new Error(`${file.name}: ${stored.status} ${await stored.text()}`);
  return told;
};
