import type { Call, Webinar } from "#shared/domain/call.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { deadlineText, webinarTime } from "../moments.ts";
import { Facts, Paragraph } from "../parts.tsx";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { laterWords } from "../words/later.ts";
import { staffWebinarWords } from "../words/staff-webinar.ts";
import { StaffPage, staffPath } from "./staff-frame.tsx";

interface ConfirmProps {
  /** With the webinar as it is now. */
  readonly call: Call;
  /** As it is to be. */
  readonly webinar: Webinar;
  readonly action: "places" | "join-link" | "recording" | "move" | "call-off";
  readonly typed: Readonly<Record<string, unknown>>;
  /** What the answer is decided on. */
  readonly revision: number;
  readonly receivers: { readonly registered: number; readonly waiting: number };
}

const factsOf = (view: View, { call, webinar, action }: ConfirmProps) => {
  const { language } = view;
  const words = staffWebinarWords[language];
  const time = (one: Webinar) =>
    `${webinarTime({ ...call, webinar: one }, language)}. ${words.signUp}: ${deadlineText(one.signUpDeadline, language)}`;
  if (action === "call-off") return [[words.when, webinarTime(call, language)] as const];
  return action === "join-link"
    ? [
        [words.before, call.webinar.joinLink ?? words.notSet] as const,
        [words.after, webinar.joinLink ?? words.notSet] as const,
      ]
    : [[words.before, time(call.webinar)] as const, [words.after, time(webinar)] as const];
};

/** Asks once more before everybody is mailed. */
export const staffWebinarConfirmPage = (view: View, props: ConfirmProps): Html => {
  const { language } = view;
  const { call, action, typed, revision, receivers } = props;
  const words = staffWebinarWords[language];
  const address = staffPath(view, `/calls/${call.id}/webinar`);
  const [registered, waiting] = [receivers.registered, receivers.waiting].map((one) =>
    showNumber(one, language),
  );
  return (
    <StaffPage view={view} title={words.confirmTitles[action]} over={call.title[language]}>
      <Facts facts={factsOf(view, props)} />
      <Paragraph lead>{words.receivers(registered ?? "", waiting ?? "")}</Paragraph>
      <Paragraph>{words.goesOut}</Paragraph>
      <form method="post" action={address} data-swap>
        <MadeFor view={view} />
        <input type="hidden" name="action" value={action} />
        <input type="hidden" name="confirmed" value={revision} />
        {Object.entries(typed).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <div class="actions">
          <button type="submit" class="ds-button" data-color={action === "call-off" ? "danger" : undefined}>
            {words.confirm}
          </button>
          <a class="ds-button" data-variant="secondary" href={address}>
            {words.stop}
          </a>
        </div>
        <p class="failed" hidden data-failed={laterWords[language].failed} />
      </form>
    </StaffPage>
  );
};
