import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Paragraph, Subheading } from "../parts.tsx";
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
  /** Where to come back to when signing in would help. */
  readonly signInTo?: string;
  readonly resend?: Resend;
}

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
      <Paragraph>{signIn ? words.resendSignIn : words.resendLead}</Paragraph>
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

const SignIn = ({ view, to, away }: { readonly view: View; readonly to: string; readonly away: boolean }) => {
  const words = noticeWords[view.language];
  const href = `/auth/sign-in?to=${encodeURIComponent(to)}`;
  if (!away)
    return (
      <a class="ds-button" href={href}>
        {words.signIn}
      </a>
    );
  return (
    <a class="ds-button" data-variant="secondary" href={href} target="_blank" rel="noopener">
      {words.signIn} <span class="ds-sr-only">({words.newWindow})</span>
    </a>
  );
};

/** A no, why, and what to do about it. */
export const refusalPage = (view: View, props: RefusalProps): Html => {
  const { title, explanation, signInTo, resend } = props;
  const words = noticeWords[view.language];
  return (
    <Page view={view} title={title} wrong>
      <Heading>{title}</Heading>
      <Paragraph lead>{explanation}</Paragraph>
      {signInTo !== undefined && (
        <p>
          <SignIn view={view} to={signInTo} away={resend !== undefined} />
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
