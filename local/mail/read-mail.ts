import PostalMime, { type Address, type Email } from "postal-mime";
import type { StoredMail } from "./mailbox.ts";

/** A mail as its reader sees it. What it does not have is empty. */
export interface Message {
  readonly id: string;
  readonly sentAt: string;
  readonly from: string;
  /** Where it really went. */
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

const written = ({ name, address = "" }: Address): string => (name ? `${name} <${address}>` : address);

/** postal-mime gives a calendar with plain newlines; RFC 5545 has them as the mail does. */
const calendarIn = ({ attachments }: Email): string => {
  const content = attachments.find(({ mimeType }) => mimeType === "text/calendar")?.content;
  if (content === undefined) return "";
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  return text.replace(/\r?\n/g, "\r\n");
};

const read = async ({ id, sentAt, destinations, source, raw }: StoredMail): Promise<Message> => {
  const email = await PostalMime.parse(raw);
  return {
    id,
    sentAt: new Date(sentAt).toISOString(),
    from: email.from ? written(email.from) : source,
    to: destinations,
    replyTo: (email.replyTo ?? []).map(written).join(", "),
    subject: email.subject ?? "",
    text: email.text ?? "",
    html: email.html ?? "",
    calendar: calendarIn(email),
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
};

const known = new WeakMap<StoredMail, Promise<Message>>();

/** Reads a mail's MIME, once. */
export const readMail = (mail: StoredMail): Promise<Message> => {
  const message = known.get(mail) ?? read(mail);
  known.set(mail, message);
  return message;
};
