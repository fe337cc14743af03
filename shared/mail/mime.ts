import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { Message } from "#shared/domain/message.ts";
import { invitationOf } from "./calendar.ts";
import { asHtml, asText } from "./parts.ts";
import { letterOf } from "./words.ts";

export interface Sender {
  /** As in `Opptak <noreply@example.no>`. */
  readonly from: string;
  readonly replyTo: string;
  readonly siteUrl: string;
}

/** A whole mail, ready for SES: text, HTML and, for the webinar, the invitation both as a part and as a file. */
export const mimeOf = async (message: Message, { from, replyTo, siteUrl }: Sender): Promise<Buffer> => {
  const letter = letterOf(message, siteUrl);
  const invitation = invitationOf(message, { siteUrl, replyTo });
  return new MailComposer({
    from,
    replyTo,
    to: message.to,
    subject: letter.subject,
    date: new Date(message.owedAt.epochMilliseconds),
    text: asText(letter),
    html: asHtml(letter, message.language),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": message.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(invitation && {
      icalEvent: { method: invitation.method, filename: "invite.ics", content: invitation.text },
    }),
  })
    .compile()
    .build();
};
