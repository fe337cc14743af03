import { html } from "hono/html";
import { type MailMood, mailMoods, type Postman } from "../mail/moods.ts";
import type { Message } from "../mail/read-mail.ts";
import type { Outages } from "../outages.ts";
import { onTheWall } from "../wall-time.ts";
import { type Markup, page } from "./layout.ts";
import { outageForm } from "./outages.ts";

const row = ({ id, to, subject, sentAt }: Message): Markup =>
  html`<tr><td><a href="/local/inbox/${id}">${subject || "(no subject)"}</a></td><td>${to.join(", ")}</td><td>${onTheWall(Date.parse(sentAt))}</td></tr>`;

const table = (messages: readonly Message[]): Markup =>
  html`<div class="scroll" role="region" aria-label="Messages" tabindex="0"><table>
<caption class="soft">Newest first</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent</th></tr></thead>
<tbody>${messages.toReversed().map(row)}</tbody>
</table></div>`;

const moodWords: Readonly<Record<MailMood, string>> = {
  delivers: "Deliver everything",
  delays: "Tell that each mail is delayed",
  bounces: "Bounce each mail for good",
  "bounces-for-now": "Bounce each mail since the mailbox is full",
  complains: "Have each reader complain",
  throttles: "Refuse, because it is too much at once",
};

/** What the next mails meet. Addresses such as bounce@simulator.amazonses.com always meet the same. */
const moodForm = ({ mood }: Postman): Markup => html`<h2>What becomes of mail</h2>
<form method="post" action="/local/mail">
<p>SES does this just now: <strong>${moodWords[mood]}</strong>.</p>
<p>${mailMoods.filter((one) => one !== mood).map((one) => html`<button name="mood" value="${one}">${moodWords[one]}</button> `)}</p>
<p class="soft">success@, bounce@, complaint@, ooto@ and suppressionlist@simulator.amazonses.com always meet what they are for.</p>
</form>`;

export const inboxPage = (
  messages: readonly Message[],
  { outages, postman }: { readonly outages: Outages; readonly postman: Postman },
): Promise<string> =>
  page(
    "Inbox",
    html`${messages.length > 0 ? table(messages) : html`<p>No mail has been sent yet.</p>`}
${moodForm(postman)}
${outageForm("ses", outages)}`,
    "/local/inbox",
  );

const calendarPart = ({ id, calendar }: Message): Markup | "" =>
  calendar &&
  html`<h2>Calendar file</h2>
<p><a href="/local/inbox/${id}/calendar.ics">Download the calendar file</a></p>
<pre tabindex="0">${calendar}</pre>`;

export const mailPage = (message: Message): Promise<string> => {
  const { id, from, to, replyTo, sentAt, subject, text, html: body, headers } = message;
  return page(
    subject || "(no subject)",
    html`<dl>
<dt>From</dt><dd>${from}</dd>
<dt>To</dt><dd>${to.join(", ")}</dd>
${replyTo && html`<dt>Reply to</dt><dd>${replyTo}</dd>`}
<dt>Sent</dt><dd>${onTheWall(Date.parse(sentAt))}</dd>
</dl>
${body && html`<h2>As it looks</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The message as it looks" src="/local/inbox/${id}/body"></iframe>`}
<h2>As text</h2>
<pre tabindex="0">${text}</pre>
${calendarPart(message)}
<h2>Source</h2>
<p><a href="/local/inbox/${id}/source.eml">Download the source</a></p>
<details><summary>Headers</summary><pre tabindex="0">${headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}</pre></details>`,
    "/local/inbox",
  );
};
