import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { ColleagueId, ColleagueMay } from "#shared/domain/colleague.ts";
import { nameOf } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Facts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { colleagueWords } from "../words/colleagues.ts";

interface InvitationProps {
  readonly call: Call;
  readonly application: Application;
  readonly colleague: ColleagueId;
  readonly may: ColleagueMay;
  /** What was in the mail's link; whoever has it may accept. */
  readonly key: string;
}

/** What one is invited to, before one accepts: nothing of what is written in it. */
export const invitationPage = (view: View, props: InvitationProps): Html => {
  const { language } = view;
  const { call, application, colleague, may, key } = props;
  const words = colleagueWords[language];
  return (
    <Page view={view} title={words.invitationTitle}>
      <Heading>{words.invitationTitle}</Heading>
      <Facts
        facts={[
          [words.invitedBy, application.owner.name],
          [applicationWords[language].title, nameOf(application, language)],
          [words.call, call.title[language]],
          [applicationWords[language].level, call.levels[application.level].name[language]],
          [words.youMay, words.rights[may]],
        ]}
      />
      <Paragraph>{words.signedInAs(view.person?.name ?? "")}</Paragraph>
      <form method="post" action={`/${language}/invitations/${application.id}/${colleague}`} class="actions">
        <input type="hidden" name="key" value={key} />
        <button type="submit" class="ds-button">
          {words.accept}
        </button>
        <a class="ds-button" data-variant="tertiary" href={`/${language}/my-page`}>
          {words.notNow}
        </a>
      </form>
    </Page>
  );
};
