import { type Call, signUpOpeningOf } from "#shared/domain/call.ts";
import { hasPassed } from "#shared/domain/deadline.ts";
import { isAfter } from "#shared/domain/time.ts";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { deadlineText, onCallClock } from "../moments.ts";
import { Contacts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { webinarWords } from "../words/webinar.ts";

const titleAndLead = (call: Call, { language, at }: View): readonly [string, string] => {
  const words = webinarWords[language];
  const opening = signUpOpeningOf(call, at);
  if (call.webinar.cancelledAt) return [words.cancelledTitle, words.cancelled];
  return opening.state === "opens-later"
    ? [words.opensTitle, words.opensAt(onCallClock(call, opening.opensAt, language))]
    : [words.closedTitle, words.closedAt(deadlineText(call.webinar.signUpDeadline, language))];
};

/** Instead of the form before sign-up opens, after it has closed, and when the webinar is called off. */
export const webinarClosedPage = (view: View, { call }: { readonly call: Call }): Html => {
  const { language } = view;
  const words = webinarWords[language];
  const { signUpDeadline, recording } = call.webinar;
  const [title, lead] = titleAndLead(call, view);
  return (
    <Page view={view} title={title}>
      <Heading>{title}</Heading>
      <Paragraph lead>{lead}</Paragraph>
      {recording && (
        <p>
          <a class="ds-link" href={recording}>
            {words.recording}
          </a>
        </p>
      )}
      {hasPassed(signUpDeadline, view.at) && isAfter(call.webinar.startsAt, view.at) && (
        <Paragraph>
          {words.signedUp}{" "}
          <a class="ds-link" href={`/${language}/calls/${call.id}/webinar/link`}>
            {words.linkTitle}
          </a>
        </Paragraph>
      )}
      <Paragraph>{words.askUs}</Paragraph>
      <Contacts call={call} language={language} />
      <p>
        <a class="ds-button" data-variant="secondary" href={`/${language}/calls/${call.id}`}>
          {words.toCall}
        </a>
      </p>
    </Page>
  );
};
