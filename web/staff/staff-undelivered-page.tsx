import type { Call } from "#shared/domain/call.ts";
import type { Reconciliation, Undelivered } from "#shared/domain/undelivered.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Tag } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { messageNames } from "../words/message-names.ts";
import { messageWords } from "../words/messages.ts";
import { staffWords } from "../words/staff.ts";
import { StaffPage, staffPath } from "./staff-frame.tsx";

interface UndeliveredProps {
  readonly call: Call;
  readonly last: Reconciliation | undefined;
}

interface Row {
  readonly view: View;
  readonly call: Call;
  readonly one: Undelivered;
}

const placeOf = ({ view, call, one }: Row): string =>
  staffPath(
    view,
    one.about === "submission" ? `/applications/${one.id}` : `/registrations/${call.webinar.id}/${one.id}`,
  );

const UndeliveredRow = ({ view, call, one }: Row) => {
  const { language } = view;
  const words = messageWords[language];
  return (
    <tr>
      <td>{words[one.about]}</td>
      <td>
        <a class="ds-link" href={placeOf({ view, call, one })}>
          {one.name}
        </a>
      </td>
      <td>
        <Tag color={one.state === "sent" ? "info" : "danger"}>
          {one.state === "missing" ? words.missing : messageNames[language].messageStates[one.state]}
        </Tag>
      </td>
      <td class="moment">{onCallClock(call, one.since, language)}</td>
    </tr>
  );
};

const Rows = ({
  view,
  call,
  found: { items, count },
}: {
  readonly view: View;
  readonly call: Call;
  readonly found: Reconciliation;
}) => {
  const { language } = view;
  const words = messageWords[language];
  if (items.length === 0) return <Paragraph>{words.allDelivered}</Paragraph>;
  return (
    <>
      {count > items.length && <Paragraph>{words.more(showNumber(count, language))}</Paragraph>}
      <Sideways label={words.undelivered} hover>
        <thead>
          <tr>
            {[words.about, staffWords[language].name, staffWords[language].state, words.since].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <UndeliveredRow view={view} call={call} one={one} />
          ))}
        </tbody>
      </Sideways>
    </>
  );
};

/** Everybody who sent something or signed up, and has not been reached, as far as was known last night. */
export const staffUndeliveredPage = (view: View, { call, last }: UndeliveredProps): Html => {
  const { language } = view;
  const words = messageWords[language];
  return (
    <StaffPage view={view} title={words.undelivered} over={call.title[language]}>
      <Paragraph>{words.undeliveredLead}</Paragraph>
      <Paragraph>{last ? words.lookedAt(onCallClock(call, last.at, language)) : words.notLooked}</Paragraph>
      {last && <Rows view={view} call={call} found={last} />}
    </StaffPage>
  );
};
