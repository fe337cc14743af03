import type { Call } from "#shared/domain/call.ts";
import { SignInAway } from "./sign-in-away.tsx";
import type { View } from "./view.ts";
import { editingWords } from "./words/editing.ts";

/** How saving goes. Filled in by the script from the words it carries; without script there is nothing to say. */
export const SavingState = ({ view, call }: { readonly view: View; readonly call: Call }) => {
  const words = editingWords[view.language];
  const contact = call.contacts.find(({ phone }) => phone) ?? call.contacts[0];
  return (
    <div
      class="saving"
      id="saving"
      hidden
      data-saved={words.saved}
      data-saved-at={words.savedAt}
      data-waiting={words.waiting}
      data-saving={words.saving}
      data-offline={words.offline}
      data-refused={words.refused}
      data-signed-out={words.signedOut}
      data-closed={contact ? `${words.closed} ${words.ask(contact.email, contact.phone)}` : words.closed}
      data-saved-again={words.savedAgain}
      data-conflict={words.conflict}
    >
      <p class="saving-text" />
      <p class="saving-sign-in" hidden>
        <SignInAway language={view.language} looks="ds-link" />
      </p>
      <div class="saving-conflict actions" hidden>
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          name="keep"
          value="mine"
        >
          {words.keepMine}
        </button>
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          name="keep"
          value="theirs"
        >
          {words.keepTheirs}
        </button>
        <button
          type="submit"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          name="next"
          value="section"
        >
          {words.compare}
        </button>
      </div>
    </div>
  );
};
