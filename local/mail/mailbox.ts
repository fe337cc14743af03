import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { writeWhole } from "../write-whole.ts";

/** What SES was asked to send, and to whom it really goes: headers may say something else. */
export interface Sending {
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** The message in MIME, byte for byte. */
  readonly raw: Buffer;
}

export interface StoredMail extends Sending {
  readonly id: string;
  /** Milliseconds since 1970 on the runtime's clock. */
  readonly sentAt: number;
}

/** All mail that was sent, oldest first. */
export interface Mailbox {
  readonly keep: (sending: Sending, sentAt: number) => StoredMail;
  readonly all: () => readonly StoredMail[];
  /** Tells of each mail that is kept from now on. */
  readonly whenKept: (tell: (mail: StoredMail) => void) => void;
}

const Envelope = z.object({
  id: z.string(),
  sentAt: z.number(),
  source: z.string(),
  destinations: z.array(z.string()),
  configurationSet: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
});

const readMail = (folder: string, file: string): StoredMail => {
  const envelope = Envelope.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
  return { ...envelope, raw: readFileSync(path.join(folder, file.replace(/\.json$/, ".eml"))) };
};

/** In order, because each file begins with its place. The envelope is written last, so a mail is whole or not there. */
const readAll = (folder: string): StoredMail[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => readMail(folder, file));

/** Keeps mail in a folder, or in memory when there is none. */
export const openMailbox = (folder: string | undefined): Mailbox => {
  const mails = folder !== undefined && existsSync(folder) ? readAll(folder) : [];
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const listeners: ((mail: StoredMail) => void)[] = [];
  return {
    all: () => mails,
    whenKept: (tell) => listeners.push(tell),
    keep: (sending, sentAt) => {
      const mail = { ...sending, id: randomUUID(), sentAt };
      mails.push(mail);
      if (folder !== undefined) {
        const { raw, ...envelope } = mail;
        const file = path.join(folder, `${String(mails.length).padStart(6, "0")}-${mail.id}`);
        writeWhole(`${file}.eml`, raw);
        writeWhole(`${file}.json`, JSON.stringify(envelope));
      }
      for (const tell of listeners) tell(mail);
      return mail;
    },
  };
};
