import type { Call } from "#shared/domain/call.ts";
import type { Html } from "../document.ts";
import { FormNotice, FormProblems, type Notice } from "../form-parts.tsx";
import { Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { staffRegistrationWords } from "../words/staff-registrations.ts";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { StaffPage, staffPath } from "./staff-frame.tsx";

interface NewProps {
  readonly call: Call;
  readonly filled: Filled;
  readonly notice: Notice | undefined;
}

/** The form that visitors fill in, filled in for somebody. */
export const staffNewRegistrationPage = (view: View, { call, filled, notice }: NewProps): Html => {
  const { language } = view;
  const words = staffRegistrationWords[language];
  const wrong = filled.problems.length > 0 || notice !== undefined;
  const to = staffPath(view, `/calls/${call.id}/registrations/new`);
  return (
    <StaffPage view={view} title={words.add} over={call.title[language]} wrong={wrong}>
      <FormProblems view={view} problems={filled.problems} />
      <FormNotice notice={notice} />
      <Paragraph>{words.addLead}</Paragraph>
      <StaffForm view={view} filled={filled} to={to} press={words.add} />
    </StaffPage>
  );
};
