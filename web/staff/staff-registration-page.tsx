import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { Facts, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { historyWords } from "../words/history.ts";
import { languageNames } from "../words/layout.ts";
import { staffWords } from "../words/staff.ts";
import { MessageTable } from "./message-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface RegistrationProps {
  readonly call: Call;
  readonly registration: Registration;
  readonly messages: readonly Message[];
}

/** One registration, and what became of the messages about it. */
export const staffRegistrationPage = (
  view: View,
  { call, registration, messages }: RegistrationProps,
): Html => {
  const { language } = view;
  const words = staffWords[language];
  return (
    <StaffPage view={view} title={registration.name} over={words.registrations}>
      <Facts
        facts={[
          [words.email, registration.email],
          [words.employer, registration.organisation || "–"],
          [words.language, languageNames[registration.language]],
          [words.state, words.registrationStates[registration.state]],
          [words.registered, onCallClock(call, registration.registeredAt, language)],
        ]}
      />
      <Subheading>{historyWords[language].messages}</Subheading>
      <MessageTable view={view} call={call} messages={messages} />
    </StaffPage>
  );
};
