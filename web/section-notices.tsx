import { Conflict } from "./conflict.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { wrongThings } from "./form-problems.ts";
import { Fullness } from "./fullness.tsx";
import { Alert, Contacts, Paragraph } from "./parts.tsx";
import { whyLocked } from "./refusals.ts";
import type { SectionProps } from "./section-form.tsx";
import type { View } from "./view.ts";
import { fieldWords } from "./words/fields.ts";

/** What stands between the heading and the questions. */
export const SectionNotices = ({ view, props }: { readonly view: View; readonly props: SectionProps }) => {
  const { language } = view;
  const { notice, problems, section } = props;
  return (
    <>
      {problems.length > 0 && (
        <ErrorSummary
          title={fieldWords[language].problems(problems.length)}
          things={wrongThings(problems, language, () => ({ section, page: "" }))}
        />
      )}
      {props.fill && notice?.kind !== "closed" && <Fullness fill={props.fill} language={language} />}
      {notice?.kind === "closed" && (
        <Alert color="warning">
          <Paragraph>{whyLocked(notice.refusal, props.call, language)}</Paragraph>
          {notice.refusal.reason === "deadline-passed" && <Contacts call={props.call} language={language} />}
        </Alert>
      )}
      {notice?.kind === "conflict" && (
        <Conflict
          language={language}
          form={props.form}
          section={section}
          referred={props.referred ?? {}}
          mine={props.answers}
          call={props.call}
          theirs={notice.theirs}
        />
      )}
    </>
  );
};
