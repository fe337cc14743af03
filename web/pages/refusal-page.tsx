import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { NotedAttempt } from "../noted-attempt.tsx";
import { Heading, Paragraph, Subheading } from "../parts.tsx";
import { SignInAway } from "../sign-in-away.tsx";
import type { View } from "../view.ts";
import { noticeWords } from "../words/notices.ts";

interface Resend {
  readonly action: string;
  /** What was posted, name by name. */
  readonly fields: readonly (readonly [string, string])[];
}

interface RefusalProps {
  readonly title: string;
  readonly explanation: string;
  readonly status: number;
  /** What can be quoted of an attempt that has been noted. */
  readonly evidence?: string;
  /** Where to come back to when signing in would help. */
  readonly signInTo?: string;
  readonly resend?: Resend;
}

/** What to do, in order: the text waits here while one signs in beside it. */
const SignInFirst = ({ language }: Pick<View, "language">) => {
  const words = noticeWords[language];
  return (
    <ol class="steps">
      <li>
        <SignInAway language={language} looks="ds-link" />
      </li>
      <li>{words.comeBack}</li>
      <li>{words.pressResend}</li>
    </ol>
  );
};

/** The post that did not get through, ready to be sent again, and its text to be read and copied. */
const SendAgain = ({
  view,
  resend,
  signIn,
}: {
  readonly view: View;
  readonly resend: Resend;
  readonly signIn: boolean;
}) => {
  const words = noticeWords[view.language];
  const written = resend.fields.filter(([name, value]) => name.startsWith("answers.") && /\S/.test(value));
  return (
    <section aria-labelledby="again">
      <Subheading id="again">{words.resendTitle}</Subheading>
      {signIn ? <SignInFirst language={view.language} /> : <Paragraph>{words.resendLead}</Paragraph>}
      <form method="post" action={resend.action} class="actions">
        {resend.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="ds-button">
          {words.resend}
        </button>
      </form>
      {written.length > 0 && (
        <details class="ds-details">
          <summary>{words.show}</summary>
          <div>
            {written.map(([, value]) => (
              <p class="typed">{value}</p>
            ))}
          </div>
        </details>
      )}
    </section>
  );
};

/** A no, why, and what to do about it. */
export const refusalPage = (view: View, props: RefusalProps): Html => {
  const { title, explanation, evidence, signInTo, resend } = props;
  const words = noticeWords[view.language];
  return (
    <Page view={view} title={title} wrong>
      <Heading>{title}</Heading>
      <Paragraph lead>{explanation}</Paragraph>
      {evidence && <NotedAttempt evidence={evidence} />}
      {signInTo !== undefined && !resend && (
        <p>
          <a class="ds-button" href={`/auth/sign-in?to=${encodeURIComponent(signInTo)}`}>
            {words.signIn}
          </a>
        </p>
      )}
      {resend && <SendAgain view={view} resend={resend} signIn={signInTo !== undefined} />}
      <p>
        <a class="ds-link" href={`/${view.language}`}>
          {words.toFront}
        </a>
        {" · "}
        <a class="ds-link" href={`/${view.language}/my-page`}>
          {words.toMyPage}
        </a>
      </p>
    </Page>
  );
};
