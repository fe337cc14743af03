import type { Call } from "#shared/domain/call.ts";
import type { Outage } from "#shared/domain/outage.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Form } from "#shared/form/form.ts";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { wrongThings } from "../form-problems.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { fieldWords } from "../words/fields.ts";
import { outageWords } from "../words/outages.ts";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface OutagesProps {
  readonly call: Call;
  readonly outages: readonly Outage[];
  /** A form of one section, and what was typed in it. */
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

interface Whole {
  readonly view: View;
  readonly props: OutagesProps;
}

/** From when to when, on the clock of the call. */
export const intervalOf = ({ from, until }: Outage, call: Call, language: Language): string =>
  outageWords[language].interval(onCallClock(call, from, language), onCallClock(call, until, language));

const Recorded = ({ view, props: { call, outages } }: Whole) => {
  const { language } = view;
  const words = outageWords[language];
  if (outages.length === 0) return <Paragraph>{words.none}</Paragraph>;
  return (
    <ul>
      {outages.map((outage) => (
        <li>
          <a class="ds-link" href={staffPath(view, `/calls/${call.id}/outages/${outage.id}`)}>
            {intervalOf(outage, call, language)}
          </a>
          <p>{outage.what}</p>
        </li>
      ))}
    </ul>
  );
};

const Record = ({ view, props }: Whole) => {
  const words = outageWords[view.language];
  const { fields, around } = singleSection(props, view.language);
  return (
    <section aria-labelledby="record">
      <Subheading id="record">{words.record}</Subheading>
      <form
        method="post"
        action={staffPath(view, `/calls/${props.call.id}/outages`)}
        class="form"
        novalidate
        data-swap
      >
        <MadeFor view={view} />
        <FieldList fields={fields} answers={props.answers} path="" around={around} />
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.press}
          </button>
        </div>
        <p class="failed" hidden data-failed={words.failed} />
      </form>
    </section>
  );
};

/** The outages of a call, and a form to record one more. */
export const staffOutagesPage = (view: View, props: OutagesProps): Html => {
  const { language } = view;
  const { call, problems } = props;
  const words = outageWords[language];
  return (
    <StaffPage view={view} title={words.title} over={call.title[language]} wrong={problems.length > 0}>
      {problems.length > 0 && (
        <ErrorSummary
          title={fieldWords[language].problems(problems.length)}
          things={wrongThings(problems, language, () => ({ section: undefined, page: "" }))}
        />
      )}
      <Paragraph>{words.lead}</Paragraph>
      <Recorded view={view} props={props} />
      {may(view, "work") && <Record view={view} props={props} />}
    </StaffPage>
  );
};
