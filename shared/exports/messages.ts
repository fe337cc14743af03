import type { Message } from "#shared/domain/message.ts";
import { t } from "#shared/domain/text.ts";
import { referenceHeading } from "./applications.ts";
import { moment, number, text } from "./fact.ts";

/** What was mailed to whom and what became of it: not what the mails say. */
export const messages = {
  key: "messages",
  name: t("Meldinger", "Meldingar", "Messages"),
  facts: [
    text<Message>("id", t("Id", "Id", "Id"), ({ id }) => id),
    text<Message>("kind", t("Slag", "Slag", "Kind"), ({ content }) => content.kind),
    text<Message>("reference", referenceHeading, ({ content }) =>
      "reference" in content ? content.reference : undefined,
    ),
    text<Message>("to", t("Til", "Til", "To"), ({ to }) => to),
    text<Message>("language", t("Språk", "Språk", "Language"), ({ language }) => language),
    text<Message>("state", t("Tilstand", "Tilstand", "State"), ({ state }) => state),
    number<Message>("attempts", t("Forsøk", "Forsøk", "Attempts"), ({ attempts }) => attempts),
    ...moment<Message>("owedAt", t("Laget", "Laga", "Made"), ({ owedAt }) => owedAt),
    ...moment<Message>("sentAt", t("Sendt", "Send", "Sent"), ({ sentAt }) => sentAt),
    text<Message>("sesId", t("Id hos SES", "Id hos SES", "Id at SES"), ({ sesId }) => sesId),
    text<Message>("lastFailure", t("Siste feil", "Siste feil", "Last failure"), (one) => one.lastFailure),
  ],
};
