import type { Application, ApplicationId } from "#shared/domain/application.ts";
import type { Attempt, AttemptOutcome } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
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
  /** One page of them. */
  readonly attempts: readonly Attempt[];
  readonly applications: ReadonlyMap<ApplicationId, Application>;
  /** What has happened at all, to choose from. */
  readonly outcomes: readonly AttemptOutcome[];
  readonly total: number;
  readonly pages: number;
  readonly filters: { readonly outcome?: AttemptOutcome; readonly page: number };
}

/** Every attempt to send an application to a call that did not get through. */
export const staffAttemptsPage = (view: View, props: AttemptsProps): Html => {
  const { language } = view;
  const { call, attempts, outcomes, total, pages, filters } = props;
  const words = attemptWords[language];
  const options = Object.fromEntries(outcomes.map((outcome) => [outcome, words.outcomes[outcome]]));
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
      <Total view={view} total={total} />
      {attempts.length > 0 ? (
        <AttemptTable view={view} {...props} />
      ) : (
        <Paragraph>{words.noneFound}</Paragraph>
      )}
      <Pages view={view} page={filters.page} pages={pages} />
    </StaffPage>
  );
};
