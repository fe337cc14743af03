import type { Call } from "#shared/domain/call.ts";
import type { Circular } from "#shared/domain/circular.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { FormProblems } from "../form-parts.tsx";
import { onCallClock } from "../moments.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { circularWords } from "../words/circulars.ts";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface CircularsProps {
  readonly call: Call;
  /** The last first. */
  readonly circulars: readonly Circular[];
  readonly filled: Filled;
}

const Earlier = ({ view, call, circulars }: Omit<CircularsProps, "filled"> & { readonly view: View }) => {
  const { language } = view;
  const words = circularWords[language];
  if (circulars.length === 0) return <Paragraph>{words.none}</Paragraph>;
  return (
    <Sideways label={words.earlier} hover>
      <thead>
        <tr>
          {[words.sentAt, words.subject, words.sentBy, words.to].map((name) => (
            <th scope="col">{name}</th>
          ))}
          <th scope="col" class="number">
            {words.receivers}
          </th>
        </tr>
      </thead>
      <tbody>
        {circulars.map(({ id, subject, sentAt, sentBy, to, receivers }) => (
          <tr>
            <td class="moment">{onCallClock(call, sentAt, language)}</td>
            <td>
              <a class="ds-link" href={staffPath(view, `/calls/${call.id}/webinar/messages/${id}`)}>
                {subject}
              </a>
            </td>
            <td>{sentBy.name}</td>
            <td>{words.whom[to]}</td>
            <td class="number">{showNumber(receivers.length, language)}</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};

/** Where staff write to those who have signed up, and what they have written before. */
export const staffCircularsPage = (view: View, { call, circulars, filled }: CircularsProps): Html => {
  const { language } = view;
  const words = circularWords[language];
  const { problems } = filled;
  return (
    <StaffPage view={view} title={words.title} over={call.title[language]} wrong={problems.length > 0}>
      <FormProblems view={view} problems={problems} />
      <Paragraph>{words.lead}</Paragraph>
      {may(view, "rule") && (
        <section aria-labelledby="write">
          <Subheading id="write">{words.write}</Subheading>
          <StaffForm
            view={view}
            filled={filled}
            to={staffPath(view, `/calls/${call.id}/webinar/messages`)}
            action="preview"
            press={words.goOn}
          />
        </section>
      )}
      <section aria-labelledby="earlier">
        <Subheading id="earlier">{words.earlier}</Subheading>
        <Earlier view={view} call={call} circulars={circulars} />
      </section>
    </StaffPage>
  );
};
