import type { Call } from "#shared/domain/call.ts";
import type { CircularId, CircularWords } from "#shared/domain/circular.ts";
import type { Language } from "#shared/domain/text.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { FormNotice } from "../form-parts.tsx";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { circularWords } from "../words/circulars.ts";
import { laterWords } from "../words/later.ts";
import { languageNames } from "../words/layout.ts";
import { type Said, SaidText } from "./said.tsx";
import { StaffPage, staffPath } from "./staff-frame.tsx";

interface PreviewProps {
  readonly call: Call;
  readonly id: CircularId;
  readonly words: CircularWords;
  readonly receivers: number;
  /** The mail as it will be, in each language. */
  readonly mails: readonly { readonly language: Language; readonly said: Said }[];
  readonly note: "tried" | "number-changed" | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: PreviewProps;
}

const noticeIn = ({ view: { language, person }, props: { note, receivers } }: Whole) => {
  if (!note) return undefined;
  const { tried, numberChanged } = circularWords[language];
  return note === "tried"
    ? { title: tried.title, explanation: tried.explanation(person?.email ?? ""), color: "success" as const }
    : {
        title: numberChanged.title,
        explanation: numberChanged.explanation(showNumber(receivers, language)),
      };
};

const Send = ({ view, props: { call, id, words: typed, receivers } }: Whole) => {
  const { language } = view;
  const words = circularWords[language];
  const fields = { id, receivers: String(receivers), ...typed };
  return (
    <form method="post" action={staffPath(view, `/calls/${call.id}/webinar/messages`)} data-swap>
      <MadeFor view={view} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="actions">
        <button type="submit" class="ds-button" name="action" value="send">
          {words.send(showNumber(receivers, language), receivers === 1)}
        </button>
        <button type="submit" class="ds-button" data-variant="secondary" name="action" value="try">
          {words.tryIt}
        </button>
        <button type="submit" class="ds-button" data-variant="tertiary" name="action" value="write">
          {words.change}
        </button>
      </div>
      <p class="failed" hidden data-failed={laterWords[language].failed} />
    </form>
  );
};

/** The mail as each will get it, and the last word before it is sent. */
export const staffCircularPreviewPage = (view: View, props: PreviewProps): Html => {
  const { language } = view;
  const { call, mails, receivers } = props;
  const words = circularWords[language];
  return (
    <StaffPage view={view} title={words.previewTitle} over={call.title[language]}>
      <FormNotice notice={noticeIn({ view, props })} />
      <Paragraph lead>{words.count(showNumber(receivers, language), receivers === 1)}</Paragraph>
      <Facts facts={[[words.to, words.whom[props.words.to]]]} />
      <Paragraph>{words.previewLead}</Paragraph>
      {mails.map(({ language: lang, said }) => (
        <section aria-labelledby={`mail-${lang}`}>
          <Subheading id={`mail-${lang}`}>{languageNames[lang]}</Subheading>
          <Facts facts={[[words.subject, <span lang={lang}>{said.subject}</span>]]} />
          <SaidText said={said} lang={lang} />
        </section>
      ))}
      <Paragraph>{words.goesOut}</Paragraph>
      <Send view={view} props={props} />
    </StaffPage>
  );
};
