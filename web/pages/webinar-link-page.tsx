import type { Call } from "#shared/domain/call.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import type { Form } from "#shared/form/form.ts";
import type { Html } from "../document.ts";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { FormNotice, FormProblems, type Notice } from "../form-parts.tsx";
import { Page } from "../layout.tsx";
import { Back, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { webinarWords } from "../words/webinar.ts";

interface LinkProps {
  readonly call: Call;
  /** Asks for the address. */
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly notice: Notice | undefined;
}

/** For whoever has lost the mail with the link to their registration. */
export const webinarLinkPage = (view: View, props: LinkProps): Html => {
  const { language } = view;
  const { call, answers, problems, notice } = props;
  const words = webinarWords[language];
  const { fields, around } = singleSection(props, language);
  const webinar = `/${language}/calls/${call.id}/webinar`;
  return (
    <Page view={view} title={words.linkTitle} wrong={problems.length > 0 || notice !== undefined}>
      <Back to={webinar}>{words.title}</Back>
      <Heading>{words.linkTitle}</Heading>
      <FormProblems view={view} problems={problems} />
      <FormNotice notice={notice} />
      <Paragraph>{words.linkAbout}</Paragraph>
      <form method="post" action={`${webinar}/link`} class="form" novalidate data-swap>
        <FieldList fields={fields} answers={answers} path="" around={around} />
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.linkSend}
          </button>
        </div>
        <p class="failed" hidden data-failed={words.failed} />
      </form>
    </Page>
  );
};

/** The same words whether or not the address has signed up. */
export const webinarLinkSentPage = (view: View, { call }: Pick<LinkProps, "call">): Html => {
  const { language } = view;
  const words = webinarWords[language];
  return (
    <Page view={view} title={words.linkSentTitle}>
      <Heading>{words.linkSentTitle}</Heading>
      <Paragraph lead>{words.linkSent}</Paragraph>
      <Paragraph>{words.linkNotSent}</Paragraph>
      <p>
        <a class="ds-button" data-variant="secondary" href={`/${language}/calls/${call.id}`}>
          {words.toCall}
        </a>
      </p>
    </Page>
  );
};
