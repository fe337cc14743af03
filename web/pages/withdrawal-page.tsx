import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { nameOf } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { deadlineText } from "../moments.ts";
import { Facts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { sendingWords } from "../words/sending.ts";

/** Asks before it is done: a page of its own, so that it works without script and cannot be done by a slip. */
export const withdrawalPage = (
  view: View,
  { call, application }: { readonly call: Call; readonly application: Application },
): Html => {
  const { language } = view;
  const words = sendingWords[language];
  const level = call.levels[application.level];
  const at = `/${language}/applications/${application.id}`;
  return (
    <Page view={view} title={words.withdrawTitle}>
      <Heading>{words.withdrawTitle}</Heading>
      <Facts
        facts={[
          [applicationWords[language].title, nameOf(application, language)],
          [applicationWords[language].reference, application.reference],
          [applicationWords[language].level, level.name[language]],
        ]}
      />
      <Paragraph>{words.withdrawAsk(deadlineText(level.deadline, language))}</Paragraph>
      <Paragraph>{words.withdrawRather}</Paragraph>
      <form method="post" action={`${at}/withdrawal`} class="actions">
        <button type="submit" class="ds-button" data-color="danger">
          {words.withdrawYes}
        </button>
        <a class="ds-button" data-variant="tertiary" href={`${at}/receipt`}>
          {words.withdrawNo}
        </a>
      </form>
    </Page>
  );
};
