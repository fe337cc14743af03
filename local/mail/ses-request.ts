import MailComposer from "nodemailer/lib/mail-composer/index.js";
import PostalMime from "postal-mime";
import { serviceError } from "../service-error.ts";
import type { Sending } from "./mailbox.ts";

/** The query protocol writes lists as `Destinations.member.1=…`. */
const list = (form: URLSearchParams, name: string): string[] =>
  [...form].filter(([key]) => key.startsWith(`${name}.member.`)).map(([, value]) => value);

/** Tags are pairs: `Tags.member.1.Name=…&Tags.member.1.Value=…`. */
const tagsIn = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([key, name]) => {
      const [, place] = /^Tags\.member\.(\d+)\.Name$/.exec(key) ?? [];
      return place === undefined ? [] : [[name, readTag(form.get(`Tags.member.${place}.Value`) ?? "")]];
    }),
  );

/** SES takes no other signs in a tag. */
const readTag = (value: string): string => {
  if (/^[\w@.-]{1,256}$/.test(value)) return value;
  throw serviceError("InvalidParameterValue", `Invalid tag value <${value}>`);
};

const addressesIn = async (raw: Buffer) => {
  const { from, to = [], cc = [], bcc = [] } = await PostalMime.parse(raw);
  return { from: from?.address ?? "", all: [...to, ...cc, ...bcc].map(({ address = "" }) => address) };
};

const readRawEmail = async (form: URLSearchParams): Promise<Sending> => {
  const raw = Buffer.from(form.get("RawMessage.Data") ?? "", "base64");
  const { from, all } = await addressesIn(raw);
  const destinations = list(form, "Destinations");
  return {
    source: form.get("Source") ?? from,
    destinations: destinations.length > 0 ? destinations : all,
    configurationSet: form.get("ConfigurationSetName") ?? undefined,
    tags: tagsIn(form),
    raw,
  };
};

const readEmail = async (form: URLSearchParams): Promise<Sending> => {
  const source = form.get("Source") ?? "";
  const to = list(form, "Destination.ToAddresses");
  const cc = list(form, "Destination.CcAddresses");
  const bcc = list(form, "Destination.BccAddresses");
  const message = new MailComposer({
    from: source,
    to,
    cc,
    replyTo: list(form, "ReplyToAddresses"),
    subject: form.get("Message.Subject.Data") ?? "",
    text: form.get("Message.Body.Text.Data") ?? undefined,
    html: form.get("Message.Body.Html.Data") ?? undefined,
  });
  return {
    source,
    destinations: [...to, ...cc, ...bcc],
    configurationSet: form.get("ConfigurationSetName") ?? undefined,
    tags: tagsIn(form),
    raw: await message.compile().build(),
  };
};

/** Reads the two ways to send that SES has had from the beginning. */
export const readSending = (form: URLSearchParams): Promise<Sending> => {
  const action = form.get("Action") ?? "";
  if (action === "SendRawEmail") return readRawEmail(form);
  if (action === "SendEmail") return readEmail(form);
  throw serviceError("InvalidAction", `The local runtime's SES does not know the action ${action}.`);
};
