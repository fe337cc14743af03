import type { Call } from "#shared/domain/call.ts";
import { type Circular, type Progress, steps } from "#shared/domain/circular.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { Facts, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { circularWords } from "../words/circulars.ts";
import { NumberTable } from "./number-table.tsx";
import { SaidText } from "./said.tsx";
import { StaffPage, staffPath } from "./staff-frame.tsx";

interface CircularProps {
  readonly call: Call;
  readonly circular: Circular;
  readonly progress: Progress;
}

interface Whole {
  readonly view: View;
  readonly props: CircularProps;
}

const State = ({ view, props: { circular, progress } }: Whole) => {
  const { language } = view;
  const words = circularWords[language];
  const number = (count: number): string => showNumber(count, language);
  const all = circular.receivers.length;
  const done = all - progress.owed;
  return (
    <>
      <p>
        <label for="progress">{words.progress(number(done), number(all))}</label>{" "}
        <progress id="progress" max={all} value={done} />
      </p>
      <NumberTable
        view={view}
        label={words.state}
        heads={[words.step, words.number]}
        rows={steps.map((step) => ({ name: words.steps[step], cells: [{ count: progress[step] }] }))}
      />
      {progress.owed + progress.sent > 0 && (
        <p>
          <a class="ds-link" href={view.path}>
            {words.reload}
          </a>
        </p>
      )}
    </>
  );
};

/** One message to those who have signed up: who sent it, how far it has come, and what it says. */
export const staffCircularPage = (view: View, props: CircularProps): Html => {
  const { language } = view;
  const { call, circular } = props;
  const words = circularWords[language];
  const { subject, text, sentAt, sentBy, to, receivers } = circular;
  return (
    <StaffPage view={view} title={subject} over={words.title}>
      <Facts
        facts={[
          [words.sentAt, onCallClock(call, sentAt, language)],
          [words.sentBy, sentBy.name],
          [words.to, words.whom[to]],
          [words.receivers, showNumber(receivers.length, language)],
        ]}
      />
      <section aria-labelledby="state" class="circular">
        <Subheading id="state">{words.state}</Subheading>
        <State view={view} props={props} />
      </section>
      <section aria-labelledby="text">
        <Subheading id="text">{words.text}</Subheading>
        <SaidText said={{ subject, text }} />
      </section>
      <p>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/webinar/messages`)}>
          {words.all}
        </a>
      </p>
    </StaffPage>
  );
};
