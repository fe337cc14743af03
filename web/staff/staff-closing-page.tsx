import type { Call } from "#shared/domain/call.ts";
import { type Closing, listText } from "#shared/domain/closing.ts";
import type { Message } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { onCallClock, precisely } from "../moments.ts";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { closingWords } from "../words/closing.ts";
import { MessageTable } from "./message-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface ClosingProps {
  readonly call: Call;
  /** In the order they are shown. */
  readonly closings: readonly Closing[];
  /** To the staff of the call. */
  readonly messages: readonly Message[];
}

interface Whole {
  readonly view: View;
  readonly call: Call;
  readonly closing: Closing;
}

const Numbers = ({ view, call, closing }: Whole) => {
  const { language } = view;
  const words = closingWords[language];
  const { numbers, digest, fixedAt } = closing;
  return (
    <Facts
      facts={[
        ...(["sent", "withdrawn", "drafts", "extended", "refused"] as const).map(
          (name) => [words[name], showNumber(numbers[name], language)] as const,
        ),
        [words.fixed, precisely(call, fixedAt, language)],
        [words.listDigest, <code class="digest">{digest}</code>],
      ]}
    />
  );
};

const SentTable = ({ view, closing: { list } }: Whole) => {
  const words = closingWords[view.language];
  if (list.applications.length === 0) return <Paragraph>{words.noneSent}</Paragraph>;
  return (
    <Sideways label={words.list} hover>
      <thead>
        <tr>
          {[words.reference, words.submission, words.digest].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.applications.map(({ reference, submission, digest }) => (
          <tr>
            <td class="reference-cell">{reference}</td>
            <td>{submission}</td>
            <td>
              <code class="digest">{digest}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};

/** The very text that the digest is over, for whoever wants to compute it anew. */
const ToCopy = ({ view, call, closing }: Whole) => {
  const words = closingWords[view.language];
  const { level } = closing.list;
  const id = `list-${level}-${closing.digest.slice(0, 8)}`;
  return (
    <details class="ds-details no-print">
      <summary>{words.copy}</summary>
      <div>
        <p class="ds-paragraph" id={`${id}-lead`}>
          {words.copyLead}
        </p>
        <textarea
          class="ds-input list-text"
          rows={6}
          readonly
          id={id}
          aria-label={words.copyField(call.levels[level].name[view.language])}
          aria-describedby={`${id}-lead`}
        >
          {listText(closing.list)}
        </textarea>
      </div>
    </details>
  );
};

const One = (whole: Whole) => {
  const { view, call, closing } = whole;
  const { level, deadline } = closing.list;
  const when = onCallClock(call, instant(deadline), view.language);
  return (
    <section>
      <Subheading>{closingWords[view.language].of(call.levels[level].name[view.language], when)}</Subheading>
      <Numbers {...whole} />
      <SentTable {...whole} />
      <ToCopy {...whole} />
    </section>
  );
};

/** How the levels of a call closed: the lists of what was sent, each with a digest that shows that it is still the same. */
export const staffClosingPage = (view: View, { call, closings, messages }: ClosingProps): Html => {
  const { language } = view;
  const words = closingWords[language];
  return (
    <StaffPage view={view} title={words.title} over={call.title[language]}>
      <Paragraph>{closings.length > 0 ? words.lead : words.none}</Paragraph>
      {closings.map((closing) => (
        <One view={view} call={call} closing={closing} />
      ))}
      {closings.length > 0 && (
        <>
          <Subheading>{words.mail}</Subheading>
          <MessageTable view={view} call={call} messages={messages} />
        </>
      )}
    </StaffPage>
  );
};
