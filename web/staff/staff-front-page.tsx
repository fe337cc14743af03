import { type Call, deadlinesOf } from "#shared/domain/call.ts";
import { showNumber } from "#shared/form/values.ts";
import { callOpening, DeadlineLine, OpeningTag } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { attemptWords } from "../words/attempts.ts";
import { callWords } from "../words/call.ts";
import { exportingWords } from "../words/exporting.ts";
import { laterWords } from "../words/later.ts";
import { messageWords } from "../words/messages.ts";
import { outageWords } from "../words/outages.ts";
import { staffWords } from "../words/staff.ts";
import { staffWebinarWords } from "../words/staff-webinar.ts";
import { statisticsWords } from "../words/statistics.ts";
import { may, staffPath } from "./staff-frame.tsx";

/** A call, and of how many we do not know that they have been reached; nobody knows before the first night. */
interface Card {
  readonly call: Call;
  readonly undelivered: number | undefined;
}

const CallCard = ({ view, card: { call, undelivered } }: { readonly view: View; readonly card: Card }) => {
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
        <a class="ds-button" href={staffPath(view, `/calls/${call.id}/statistics`)}>
          {statisticsWords[language].title}
        </a>
        <a
          class="ds-button"
          data-variant="secondary"
          href={staffPath(view, `/calls/${call.id}/applications`)}
        >
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
        {may(view, "export") && (
          <a class="ds-link" href={staffPath(view, `/calls/${call.id}/exports`)}>
            {exportingWords[language].title}
          </a>
        )}
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/deadline`)}>
          {laterWords[language].title}
        </a>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/webinar`)}>
          {staffWebinarWords[language].title}
        </a>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/attempts`)}>
          {attemptWords[language].title}
        </a>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/outages`)}>
          {outageWords[language].title}
        </a>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/undelivered`)}>
          {undelivered
            ? messageWords[language].undeliveredCount(showNumber(undelivered, language))
            : messageWords[language].undelivered}
        </a>
      </p>
    </li>
  );
};

export const staffFrontPage = (view: View, { calls }: { readonly calls: readonly Card[] }): Html => {
  const words = staffWords[view.language];
  return (
    <Page view={view} title={words.title} wide>
      <Heading>{words.title}</Heading>
      <ul class="cards">
        {calls.map((card) => (
          <CallCard view={view} card={card} />
        ))}
      </ul>
      {may(view, "rule") && (
        <p>
          <a class="ds-link" href={staffPath(view, "/events")}>
            {words.events}
          </a>
        </p>
      )}
    </Page>
  );
};
