// Fields outside the form engine: text that is pasted and a file that is chosen.
import { describedBy } from "./around.ts";
import { Hint, Wrong } from "./frame.tsx";

interface Given {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
}

export const PastedText = ({ name, label, hint, error, text }: Given & { readonly text: string }) => {
  const id = `f-${name}`;
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      <Hint id={id} text={hint} />
      <textarea
        class="ds-input"
        id={id}
        name={name}
        rows={8}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {/* The parser drops a line break that comes first, so one is put there for it to drop. */}
        {`\n${text}`}
      </textarea>
      <Wrong id={id} text={error} />
    </div>
  );
};

export const ChosenFile = ({ name, label, hint, error, accept }: Given & { readonly accept: string }) => {
  const id = `f-${name}`;
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      <Hint id={id} text={hint} />
      <input
        class="ds-input"
        type="file"
        id={id}
        name={name}
        accept={accept}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
      <Wrong id={id} text={error} />
    </div>
  );
};
