// Fields outside the form engine: text that is pasted and a file that is chosen.
import type { Child } from "hono/jsx";
import { describedBy } from "./around.ts";
import { Hint, Wrong } from "./frame.tsx";

interface Given {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
}

const idOf = ({ name }: Given): string => `f-${name}`;

const GivenFrame = ({ given, children }: { readonly given: Given; readonly children?: Child }) => (
  <div class="ds-field">
    <label class="ds-label" for={idOf(given)}>
      {given.label}
    </label>
    <Hint id={idOf(given)} text={given.hint} />
    {children}
    <Wrong id={idOf(given)} text={given.error} />
  </div>
);

/** What the control itself has of it. */
const attributesOf = (given: Given) => ({
  class: "ds-input",
  id: idOf(given),
  name: given.name,
  "aria-invalid": given.error ? ("true" as const) : undefined,
  "aria-describedby": describedBy(idOf(given), { hint: given.hint, error: given.error }),
});

export const PastedText = ({ text, ...given }: Given & { readonly text: string }) => (
  <GivenFrame given={given}>
    <textarea {...attributesOf(given)} rows={8}>
      {/* The parser drops a line break that comes first, so one is put there for it to drop. */}
      {`\n${text}`}
    </textarea>
  </GivenFrame>
);

export const ChosenFile = ({ accept, ...given }: Given & { readonly accept: string }) => (
  <GivenFrame given={given}>
    <input {...attributesOf(given)} type="file" accept={accept} />
  </GivenFrame>
);
