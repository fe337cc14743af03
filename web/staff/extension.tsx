import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { deadlineText, extensionText } from "../moments.ts";
import { Paragraph, Tag } from "../parts.tsx";
import type { View } from "../view.ts";
import { laterWords } from "../words/later.ts";
import { inApplication } from "./application-link.tsx";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may } from "./staff-frame.tsx";

interface Whole {
  readonly view: View;
  /** With the deadlines that hold for everybody. */
  readonly call: Call;
  readonly application: Application;
}

const levelOf = ({ call, application }: Whole) => asItHoldsFor(call, application).levels[application.level];

/** The application's deadline, or both with the reason. */
export const ownDeadlineText = (whole: Whole): string => {
  const { language } = whole.view;
  const level = levelOf(whole);
  return extensionText(level, language) ?? deadlineText(level.deadline, language);
};

/** In a list: that an application has more time than the others, and how much. */
export const ExtensionMark = (whole: Whole) => {
  const { language } = whole.view;
  const text = extensionText(levelOf(whole), language, { withReason: false });
  return text ? (
    <>
      <Tag color="accent">{laterWords[language].isExtended}</Tag>
      <p class="small">{text}</p>
    </>
  ) : null;
};

/** A later deadline for this one application. Folded away until somebody needs it. */
export const ExtensionForm = ({ later, ...whole }: Whole & { readonly later: Filled }) => {
  const { view, application } = whole;
  const words = laterWords[view.language];
  if (!may(view, "work")) return null;
  return (
    <details class="ds-details no-print" open={later.problems.length > 0}>
      <summary>{words.extend}</summary>
      <div>
        <Paragraph>{words.extendLead(deadlineText(levelOf(whole).deadline, view.language))}</Paragraph>
        <Paragraph>{words.extendFollows}</Paragraph>
        <StaffForm
          view={view}
          filled={later}
          to={inApplication(view, application.id, "/extension")}
          press={words.extend}
        />
      </div>
    </details>
  );
};
