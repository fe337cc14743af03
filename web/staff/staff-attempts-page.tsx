import type { Application, ApplicationId } from "#shared/domain/application.ts";
import type { Attempt, AttemptOutcome } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Page } from "#shared/domain/paging.ts";
import type { Form } from "#shared/form/form.ts";
import type { Html } from "../document.ts";
import { Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { attemptWords } from "../words/attempts.ts";
import { staffWords } from "../words/staff.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { Choice } from "./choice.tsx";
import { Pages, Total } from "./list.tsx";
import { Search } from "./search.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface AttemptsProps {
  readonly call: Call;
  readonly form: Form;
  readonly page: Page<Attempt>;
  readonly applications: ReadonlyMap<ApplicationId, Application>;
  readonly filters: { readonly outcome?: AttemptOutcome };
}

/** Every attempt to send an application to a call that did not get through. */
export const staffAttemptsPage = (view: View, props: AttemptsProps): Html => {
  const { language } = view;
  const { call, page, filters } = props;
  const words = attemptWords[language];
  const { begun: _, ...options } = words.outcomes;
  return (
    <StaffPage view={view} title={words.title} over={call.title[language]}>
      <Paragraph>{words.lead}</Paragraph>
      <Search view={view}>
        <Choice
          label={words.outcome}
          id="filter-outcome"
          name="outcome"
          none={staffWords[language].all}
          options={options}
          chosen={filters.outcome}
        />
      </Search>
      <Total view={view} page={page} />
      {page.items.length > 0 ? (
        <AttemptTable view={view} {...props} attempts={page.items} />
      ) : (
        <Paragraph>{words.noneFound}</Paragraph>
      )}
      <Pages view={view} page={page} />
    </StaffPage>
  );
};
