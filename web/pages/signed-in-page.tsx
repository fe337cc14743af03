import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { noticeWords } from "../words/notices.ts";
import { sessionWords } from "../words/session.ts";

/** Where one lands who signed in beside something they were writing. */
export const signedInPage = (view: View): Html => {
  const words = sessionWords[view.language];
  return (
    <Page view={view} title={words.backTitle}>
      <Heading>{words.backTitle}</Heading>
      <Paragraph lead>{words.backLead}</Paragraph>
      <p>
        <a class="ds-link" href={`/${view.language}/my-page`}>
          {noticeWords[view.language].toMyPage}
        </a>
      </p>
    </Page>
  );
};
