import { type Call, deadlinesOf } from "#shared/domain/call.ts";
import { callOpening, DeadlineLine, OpeningTag } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { callWords } from "../words/call.ts";
import { frontWords } from "../words/front.ts";

const CallCard = ({ view, call }: { readonly view: View; readonly call: Call }) => {
  const { language } = view;
  return (
    <article class="ds-card call-card">
      <p class="over">
        <span>{call.programme[language]}</span>{" "}
        <OpeningTag opening={callOpening(call, view)} language={language} />
      </p>
      <Subheading>
        <a class="ds-link" href={`/${language}/calls/${call.id}`}>
          {call.title[language]}
        </a>
      </Subheading>
      <Paragraph>{call.summary[language]}</Paragraph>
      {deadlinesOf(call).map((deadline) => (
        <DeadlineLine view={view} deadline={deadline} label={callWords[language].deadline} />
      ))}
    </article>
  );
};

export const frontPage = (view: View, { calls }: { readonly calls: readonly Call[] }): Html => {
  const words = frontWords[view.language];
  return (
    <Page view={view} title={words.title}>
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {calls.length === 0 && <Paragraph>{words.none}</Paragraph>}
      {calls.map((call) => (
        <CallCard view={view} call={call} />
      ))}
      <section aria-labelledby="how">
        <Subheading id="how">{words.howTitle}</Subheading>
        <ol class="steps">
          {words.how.map(([what, how]) => (
            <li>
              <strong>{what}</strong>
              <span>{how}</span>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
};
