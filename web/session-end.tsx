import type { Instant } from "#shared/domain/time.ts";
import { Subheading } from "./parts.tsx";
import { SignInAway } from "./sign-in-away.tsx";
import type { View } from "./view.ts";
import { sessionWords } from "./words/session.ts";

/** When the session ends, by the server's clock. The script opens it five minutes before; without script it is never seen. */
export const SessionEnd = ({ view, until }: { readonly view: View; readonly until: Instant }) => {
  const words = sessionWords[view.language];
  return (
    <dialog
      id="session"
      class="ds-dialog"
      aria-labelledby="session-title"
      aria-describedby="session-text"
      data-color="accent"
      data-session-left={until.epochMilliseconds - view.at.epochMilliseconds}
      data-person={view.person?.id}
      data-address={`/auth/session?lang=${view.language}`}
      data-warning={words.warning}
      data-last={words.last}
      data-ended={words.ended}
      data-failed={words.failed}
      data-went-on={words.wentOn}
    >
      <Subheading id="session-title">{words.title}</Subheading>
      <p class="ds-paragraph" id="session-text" />
      <p class="session-failed" role="alert" />
      <div class="actions">
        <button type="button" class="ds-button session-go-on">
          {words.goOn}
        </button>
        <span class="session-sign-in" hidden>
          <SignInAway language={view.language} looks="ds-button" />
        </span>
        <button type="button" class="ds-button session-close" data-variant="tertiary" hidden>
          {words.close}
        </button>
      </div>
    </dialog>
  );
};

/** Says in a form who it was made for: nobody else's sign-in sends it. */
export const MadeFor = ({ view }: { readonly view: View }) =>
  view.person ? <input type="hidden" name="person" value={view.person.id} /> : null;
