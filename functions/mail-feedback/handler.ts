import middy from "@middy/core";
import { log } from "#shared/http/log.ts";
import { readMessageTag } from "#shared/mail/message-tag.ts";
import { keepFeedback, suppress } from "#shared/records/feedback.ts";
import type { Table } from "#shared/records/table.ts";
import { feedbackIn, SesEvent } from "./event.ts";

/** Started by what SES tells of the mails it has taken: once, twice and in any order. */
export const createHandler = (table: Table) =>
  middy<unknown, void>().handler(async (event) => {
    const { detail } = SesEvent.parse(event);
    const id = readMessageTag(detail.mail.tags);
    const told = feedbackIn(detail);
    if (!id || !told) return log("feedback.not-ours", { what: detail.eventType });
    const message = await keepFeedback(table, id, told);
    if (!message) return log("feedback.of-nothing", { level: "WARN", messageId: id });
    if (told.what === "complained") await suppress(table, message.to, told.at);
    log("message.told-of", {
      ...{ messageId: id, what: told.what, because: told.because ?? "", state: message.state },
    });
  });
