import { type Call, deadlinesOf } from "#shared/domain/call.ts";
import { callOpening, DeadlineLine, OpeningTag } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { attemptWords } from "../words/attempts.ts";
import { callWords } from "../words/call.ts";
import { laterWords } from "../words/later.ts";
import { outageWords } from "../words/outages.ts";
import { staffWords } from "../words/staff.ts";
import { staffPath } from "./staff-frame.tsx";

const CallCard = ({ view, call }: { readonly view: View; readonly call: Call }) => {
  const { language } = view;
  const words = staffWords[language];
  return (
    <li class="ds-card">
      <p class="over">
        <span>{call.programme[language]}</span>{" "}
        <OpeningTag opening={callOpening(call, view)} language={language} />
      </p>
      <Subheading>{call.title[language]}</Subheading>
      {deadlinesOf(call).map((deadline) => (
        <DeadlineLine view={view} deadline={deadline} label={callWords[language].deadline} />
      ))}
      <p class="actions">
        <a class="ds-button" href={staffPath(view, `/calls/${call.id}/applications`)}>
          {words.applications}
        </a>
        <a
          class="ds-button"
          data-variant="secondary"
          href={staffPath(view, `/calls/${call.id}/registrations`)}
        >
          {words.registrations}
        </a>
        <a class="ds-button" data-variant="tertiary" href={staffPath(view, `/calls/${call.id}/closing`)}>
          {words.closing}
        </a>
      </p>
      <p class="actions">
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/deadline`)}>
          {laterWords[language].title}
        </a>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/attempts`)}>
          {attemptWords[language].title}
        </a>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/outages`)}>
          {outageWords[language].title}
        </a>
      </p>
    </li>
  );
};

export const staffFrontPage = (view: View, { calls }: { readonly calls: readonly Call[] }): Html => {
  const words = staffWords[view.language];
  return (
    <Page view={view} title={words.title} wide>
      <Heading>{words.title}</Heading>
      <ul class="cards">
        {calls.map((call) => (
          <CallCard view={view} call={call} />
        ))}
      </ul>
      <p>
        <a class="ds-link" href={staffPath(view, "/events")}>
          {words.events}
        </a>
      </p>
    </Page>
  );
};
