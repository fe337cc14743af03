import { FieldList } from "./fields/field-list.tsx";
import { singleSection } from "./fields/single-section.ts";
import type { ColleaguesProps } from "./pages/colleagues-page.tsx";
import { Paragraph, Subheading } from "./parts.tsx";
import type { View } from "./view.ts";
import { colleagueWords } from "./words/colleagues.ts";

/** Whom to invite and what they may do. */
export const InvitationForm = ({ view, props }: { readonly view: View; readonly props: ColleaguesProps }) => {
  const { language } = view;
  const { application, answers } = props;
  const words = colleagueWords[language];
  const { fields, around } = singleSection(props, language);
  return (
    <section aria-labelledby="invite">
      <Subheading id="invite">{words.inviteTitle}</Subheading>
      <Paragraph>{words.inviteLead}</Paragraph>
      <form
        method="post"
        action={`/${language}/applications/${application.id}/colleagues`}
        class="form"
        novalidate
        data-swap
      >
        <FieldList fields={fields} answers={answers} path="" around={around} />
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.invite}
          </button>
        </div>
        <p class="failed" hidden data-failed={words.failed} />
      </form>
    </section>
  );
};
