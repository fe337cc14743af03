import * as z from "zod";
import { pageSettings, readSettings } from "#shared/http/settings.ts";
import { openPost } from "#shared/mail/ses.ts";
import { openTable } from "#shared/records/table.ts";
import { createHandler } from "./handler.ts";
import { rememberedRate } from "./rate.ts";

const { TABLE_NAME, SITE_URL } = pageSettings;
const text = z.string().min(1);
const settings = readSettings(
  { TABLE_NAME, SITE_URL, MAIL_FROM: text, MAIL_REPLY_TO: text, SES_CONFIGURATION_SET: text },
  process.env,
);

const post = openPost({ configurationSet: settings.SES_CONFIGURATION_SET, from: settings.MAIL_FROM });

export const handler = createHandler({
  table: openTable(settings.TABLE_NAME),
  post,
  perSecond: rememberedRate(post),
  sender: { from: settings.MAIL_FROM, replyTo: settings.MAIL_REPLY_TO, siteUrl: settings.SITE_URL },
  random: Math.random,
});
