import type { Call } from "#shared/domain/call.ts";
import type { RegistrationState } from "#shared/domain/registration.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { FormNotice, FormProblems, type Notice } from "../form-parts.tsx";
import { deadlineText, onCallClock, webinarTime } from "../moments.ts";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { circularWords } from "../words/circulars.ts";
import { laterWords } from "../words/later.ts";
import { staffWebinarWords } from "../words/staff-webinar.ts";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

const formNames = ["join-link", "recording", "places", "move"] as const;
type FormName = (typeof formNames)[number];

interface WebinarProps {
  /** With the webinar as it is now. */
  readonly call: Call;
  readonly counts: Readonly<Record<RegistrationState, number>>;
  readonly forms: Readonly<Record<FormName, Filled>>;
  /** Why what was asked for was not done. */
  readonly notice: Notice | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: WebinarProps;
}

const Now = ({ view, props: { call, counts } }: Whole) => {
  const { language } = view;
  const words = staffWebinarWords[language];
  const { signUpDeadline, places, joinLink, recording, cancelledAt } = call.webinar;
  const number = (count: number): string => showNumber(count, language);
  const link = (href: string | undefined) =>
    href ? (
      <a class="ds-link" href={href} rel="noreferrer">
        {href}
      </a>
    ) : (
      words.notSet
    );
  return (
    <section aria-labelledby="now">
      <Subheading id="now">{words.now}</Subheading>
      <Facts
        facts={[
          [
            words.status,
            cancelledAt ? words.calledOff(onCallClock(call, cancelledAt, language)) : words.held,
          ],
          [words.when, webinarTime(call, language)],
          [words.signUp, deadlineText(signUpDeadline, language)],
          [
            words.places,
            places === undefined
              ? words.unlimited(number(counts.registered))
              : words.limited(number(places), number(counts.registered), number(counts.waiting)),
          ],
          [words.joinLink, link(joinLink)],
          [words.recording, link(recording)],
        ]}
      />
      <p>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/registrations`)}>
          {words.list}
        </a>
      </p>
      <p>
        <a class="ds-link" href={staffPath(view, `/calls/${call.id}/webinar/messages`)}>
          {circularWords[language].link}
        </a>
      </p>
    </section>
  );
};

const Change = ({ view, props, name }: Whole & { readonly name: FormName }) => {
  const words = staffWebinarWords[view.language];
  return (
    <section aria-labelledby={`change-${name}`}>
      <Subheading id={`change-${name}`}>{words.headings[name]}</Subheading>
      <Paragraph>{words.leads[name]}</Paragraph>
      <StaffForm
        view={view}
        filled={props.forms[name]}
        to={staffPath(view, `/calls/${props.call.id}/webinar`)}
        action={name}
        press={words.press[name]}
      />
    </section>
  );
};

const CallOff = ({ view, props: { call } }: Whole) => {
  const words = staffWebinarWords[view.language];
  return (
    <section aria-labelledby="change-call-off">
      <Subheading id="change-call-off">{words.headings["call-off"]}</Subheading>
      <Paragraph>{words.leads["call-off"]}</Paragraph>
      <form method="post" action={staffPath(view, `/calls/${call.id}/webinar`)} data-swap>
        <MadeFor view={view} />
        <input type="hidden" name="action" value="call-off" />
        <button type="submit" class="ds-button" data-variant="secondary" data-color="danger">
          {words.press["call-off"]}
        </button>
        <p class="failed" hidden data-failed={laterWords[view.language].failed} />
      </form>
    </section>
  );
};

/** What is called off stays so, and room for everybody is not taken away when sign-up has opened. */
const mayChange = ({ webinar, opensAt }: Call, name: FormName, at: Instant): boolean => {
  if (webinar.cancelledAt) return name === "recording";
  return name !== "places" || webinar.places !== undefined || isAfter(opensAt, at);
};

/** The webinar of a call: what holds now, and a form for each thing that can be changed. */
export const staffWebinarPage = (view: View, props: WebinarProps): Html => {
  const { language } = view;
  const { call, forms, notice } = props;
  const { cancelledAt } = call.webinar;
  const problems = formNames.flatMap((name) => forms[name].problems);
  const wrong = problems.length > 0 || notice !== undefined;
  const changeable = formNames.filter((name) => mayChange(call, name, view.at));
  const mayRule = may(view, "rule");
  const title = staffWebinarWords[language].title;
  return (
    <StaffPage view={view} title={title} over={call.title[language]} wrong={wrong}>
      <FormProblems view={view} problems={problems} />
      <FormNotice notice={notice} />
      <Now view={view} props={props} />
      {mayRule && changeable.map((name) => <Change view={view} props={props} name={name} />)}
      {mayRule && !cancelledAt && <CallOff view={view} props={props} />}
    </StaffPage>
  );
};
