import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Html } from "../document.ts";
import { FormProblems } from "../form-parts.tsx";
import { onCallClock } from "../moments.ts";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { historyWords } from "../words/history.ts";
import { languageNames } from "../words/layout.ts";
import { staffWords } from "../words/staff.ts";
import { staffRegistrationWords } from "../words/staff-registrations.ts";
import { MessageTable } from "./message-table.tsx";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface RegistrationProps {
  readonly call: Call;
  readonly registration: Registration;
  /** What they need in order to take part; empty when nothing is known. */
  readonly needs?: string;
  readonly messages: readonly Message[];
  /** The ids of those that cannot be read. */
  readonly unreadable?: readonly string[];
  /** Asks why, as long as it can be cancelled. */
  readonly cancelling?: Filled | undefined;
}

/** One registration, and what became of the messages about it. */
export const staffRegistrationPage = (
  view: View,
  { call, registration, needs, messages, unreadable, cancelling }: RegistrationProps,
): Html => {
  const { language } = view;
  const words = staffWords[language];
  const own = staffRegistrationWords[language];
  const problems = cancelling?.problems ?? [];
  const { cancelledBecause, addedByStaff, webinarId, id } = registration;
  return (
    <StaffPage view={view} title={registration.name} over={words.registrations} wrong={problems.length > 0}>
      <FormProblems view={view} problems={problems} />
      {addedByStaff && <Paragraph>{own.addedByStaff}</Paragraph>}
      <Facts
        facts={[
          [words.email, registration.email],
          [words.employer, registration.organisation || "–"],
          [words.language, languageNames[registration.language]],
          [words.state, words.registrationStates[registration.state]],
          [words.registered, onCallClock(call, registration.registeredAt, language)],
          ...(registration.questions ? [[own.questions, registration.questions] as const] : []),
          ...(needs && may(view, "work") ? [[own.needs, needs] as const] : []),
          ...(cancelledBecause ? [[own.cancelledBecause, cancelledBecause] as const] : []),
        ]}
      />
      <Subheading>{historyWords[language].messages}</Subheading>
      <MessageTable view={view} call={call} messages={messages} unreadable={unreadable} />
      {cancelling && may(view, "work") && (
        <section aria-labelledby="cancel">
          <Subheading id="cancel">{own.cancel}</Subheading>
          <Paragraph>{own.cancelLead}</Paragraph>
          <StaffForm
            view={view}
            filled={cancelling}
            to={staffPath(view, `/registrations/${webinarId}/${id}`)}
            press={own.cancel}
          />
        </section>
      )}
    </StaffPage>
  );
};
