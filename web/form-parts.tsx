// Parts of a page with a form of one section.
import type { Problem } from "#shared/domain/refusal.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { wrongThings } from "./form-problems.ts";
import { Paragraph, Subheading } from "./parts.tsx";
import type { View } from "./view.ts";
import { fieldWords } from "./words/fields.ts";

/** What is wrong with what was typed, each line leading to its field. */
export const FormProblems = ({
  view,
  problems,
}: {
  readonly view: View;
  readonly problems: readonly Problem[];
}) =>
  problems.length > 0 ? (
    <ErrorSummary
      title={fieldWords[view.language].problems(problems.length)}
      things={wrongThings(problems, view.language, () => ({ section: undefined, page: "" }))}
    />
  ) : null;

/** Why a form was not taken although nothing is wrong with what was typed; or that it was, and one may go on. */
export interface Notice {
  readonly title: string;
  readonly explanation: string;
  readonly color?: "success";
}

/** On top of the form, and in focus when the page opens. */
export const FormNotice = ({ notice }: { readonly notice: Notice | undefined }) =>
  notice ? (
    <section
      class="ds-alert"
      data-color={notice.color ?? "warning"}
      aria-labelledby="notice"
      tabindex={-1}
      autofocus
    >
      <Subheading id="notice">{notice.title}</Subheading>
      <Paragraph>{notice.explanation}</Paragraph>
    </section>
  ) : null;
