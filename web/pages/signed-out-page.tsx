import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { noticeWords } from "../words/notices.ts";

/** `data-forget` tells the script to drop what it kept on this device. */
export const signedOutPage = (
  view: View,
  { signOutOfIssuer }: { readonly signOutOfIssuer?: string },
): Html => {
  const words = noticeWords[view.language];
  return (
    <Page view={view} title={words.signedOutTitle}>
      <div data-forget="all">
        <Heading>{words.signedOutTitle}</Heading>
        <Paragraph lead>{words.signedOut}</Paragraph>
      </div>
      {signOutOfIssuer && (
        <p>
          <a class="ds-button" data-variant="secondary" href={signOutOfIssuer}>
            {words.signOutOfIssuer}
          </a>
        </p>
      )}
      <p>
        <a class="ds-link" href={`/${view.language}`}>
          {words.toFront}
        </a>
      </p>
    </Page>
  );
};
