import type { Call } from "#shared/domain/call.ts";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { webinarTime } from "../moments.ts";
import { Facts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { callWords } from "../words/call.ts";
import { webinarWords } from "../words/webinar.ts";

/** The same words for a first and a second sign-up, so that the page tells nobody who is registered. */
export const webinarReceivedPage = (view: View, { call }: { readonly call: Call }): Html => {
  const { language } = view;
  const words = webinarWords[language];
  return (
    <Page view={view} title={words.receivedTitle}>
      <Heading>{words.receivedTitle}</Heading>
      <Paragraph lead>{words.received}</Paragraph>
      <Facts
        facts={[
          [callWords[language].when, webinarTime(call, language)],
          [callWords[language].where, call.webinar.where[language]],
        ]}
      />
      <Paragraph>
        {words.notArrived}{" "}
        <a class="ds-link" href={`/${language}/calls/${call.id}/webinar/link`}>
          {words.linkTitle}
        </a>
      </Paragraph>
      <p>
        <a class="ds-button" data-variant="secondary" href={`/${language}/calls/${call.id}`}>
          {words.toCall}
        </a>
      </p>
    </Page>
  );
};
