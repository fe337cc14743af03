import { type Call, signUpOpeningOf } from "#shared/domain/call.ts";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { deadlineText, onCallClock } from "../moments.ts";
import { Contacts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { webinarWords } from "../words/webinar.ts";

/** Instead of the form before sign-up opens and after it has closed. */
export const webinarClosedPage = (view: View, { call }: { readonly call: Call }): Html => {
  const { language } = view;
  const words = webinarWords[language];
  const opening = signUpOpeningOf(call, view.at);
  const early = opening.state === "opens-later";
  const title = early ? words.opensTitle : words.closedTitle;
  return (
    <Page view={view} title={title}>
      <Heading>{title}</Heading>
      <Paragraph lead>
        {early
          ? words.opensAt(onCallClock(call, opening.opensAt, language))
          : words.closedAt(deadlineText(call.webinar.signUpDeadline, language))}
      </Paragraph>
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
