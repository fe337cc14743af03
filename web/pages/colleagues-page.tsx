import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { type Colleague, type May, mayDo } from "#shared/domain/colleague.ts";
import type { PersonId } from "#shared/domain/person.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import type { Form } from "#shared/form/form.ts";
import { nameOf } from "../application-parts.tsx";
import { ColleagueItem, OwnerItem } from "../colleague-item.tsx";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { wrongThings } from "../form-problems.ts";
import { InvitationForm } from "../invitation-form.tsx";
import { Page } from "../layout.tsx";
import { Alert, Back, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { colleagueWords } from "../words/colleagues.ts";
import { fieldWords } from "../words/fields.ts";

export interface ColleaguesProps {
  readonly call: Call;
  readonly application: Application;
  /** What whoever looks may do, and who that is. */
  readonly may: May;
  readonly me: PersonId;
  readonly colleagues: readonly Colleague[];
  /** The invitation: a form of one section, and what was typed in it. */
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  /** At a question (`/email`), or at a colleague (`/colleagues/<id>`). */
  readonly problems: readonly Problem[];
  /** What has just been done. */
  readonly done?: string | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: ColleaguesProps;
}

const isDone = (done: string, all: object): done is "invited" | "changed" | "removed" =>
  Object.hasOwn(all, done);

const Notices = ({ view, props: { problems, done } }: Whole) => {
  const words = colleagueWords[view.language];
  if (problems.length > 0)
    return (
      <ErrorSummary
        title={fieldWords[view.language].problems(problems.length)}
        things={wrongThings(problems, view.language, () => ({ section: undefined, page: "" }))}
      />
    );
  if (!done || !isDone(done, words.done)) return null;
  return (
    <div tabindex={-1} autofocus class="done">
      <Alert color="success">
        <Paragraph>{words.done[done]}</Paragraph>
      </Alert>
    </div>
  );
};

/** Everybody who can see an application, and for its owner all there is to decide about them. */
export const colleaguesPage = (view: View, props: ColleaguesProps): Html => {
  const { language } = view;
  const { application, colleagues, may, problems } = props;
  const words = colleagueWords[language];
  const name = nameOf(application, language);
  return (
    <Page view={view} title={words.title} wrong={problems.length > 0}>
      <Back to={`/${language}/applications/${application.id}`}>{name}</Back>
      <Heading>{words.title}</Heading>
      <Notices view={view} props={props} />
      <Paragraph>{words.lead}</Paragraph>
      <ul class="people">
        <OwnerItem view={view} props={props} />
        {colleagues.map((colleague) => (
          <ColleagueItem view={view} props={props} colleague={colleague} />
        ))}
      </ul>
      {mayDo(may, "decide") && <InvitationForm view={view} props={props} />}
    </Page>
  );
};
