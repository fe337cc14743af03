import type { View } from "./view.ts";
import { editingWords } from "./words/editing.ts";

/** How saving goes. Filled in by the script from the words it carries; without script there is nothing to say. */
export const SavingState = ({ view }: { readonly view: View }) => {
  const words = editingWords[view.language];
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
      data-closed={words.closed}
      data-conflict={words.conflict}
    >
      <p class="saving-text" />
      <p class="saving-sign-in" hidden>
        <a class="ds-link" href={`/auth/sign-in?to=${encodeURIComponent(view.path)}`}>
          {words.signIn}
        </a>
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
