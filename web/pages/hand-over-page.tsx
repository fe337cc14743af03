import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Joined } from "#shared/domain/colleague.ts";
import { nameOf } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Facts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { colleagueWords } from "../words/colleagues.ts";

interface HandOverProps {
  readonly call: Call;
  readonly application: Application;
  readonly to: Joined;
}

/** Asks before it is done: whoever hands over cannot take it back. */
export const handOverPage = (view: View, { call, application, to }: HandOverProps): Html => {
  const { language } = view;
  const words = colleagueWords[language];
  const { name, email } = to.person;
  const at = `/${language}/applications/${application.id}/colleagues`;
  return (
    <Page view={view} title={words.handOver}>
      <Heading>{words.handOverTitle(name)}</Heading>
      <Facts
        facts={[
          [applicationWords[language].title, nameOf(application, language)],
          [applicationWords[language].reference, application.reference],
          [applicationWords[language].level, call.levels[application.level].name[language]],
          [words.newOwner, `${name}, ${email}`],
        ]}
      />
      <Paragraph>{words.handOverAsk(name)}</Paragraph>
      <form method="post" action={`${at}/${to.id}/ownership`} class="actions">
        <button type="submit" class="ds-button" data-color="danger">
          {words.handOverYes}
        </button>
        <a class="ds-button" data-variant="tertiary" href={at}>
          {words.handOverNo}
        </a>
      </form>
    </Page>
  );
};
