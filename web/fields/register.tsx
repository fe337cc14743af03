import { concernOf } from "#shared/domain/organisation.ts";
import type { OrgNumberField } from "#shared/form/fields.ts";
import { numberIn } from "#shared/form/register-fields.ts";
import { registerLine } from "../register-line.ts";
import { registerWords } from "../words/register.ts";
import { idOf } from "./around.ts";
import type { Question } from "./frame.tsx";

/** What the register last said of the number in the field. The script says it anew when the number changes. */
export const RegisterStatus = ({ field, value, path, around }: Question<OrgNumberField>) => {
  const number = numberIn(value);
  const known = number && around.organisations?.get(number);
  if (!field.fills) return null;
  return (
    <p
      class={known && concernOf(known) ? "register concern" : "register"}
      id={`${idOf(path)}-register`}
      role="status"
      data-unanswered={registerWords[around.language].unanswered}
    >
      {known && registerLine(known, around.language)}
    </p>
  );
};

/** Asks the register on the server; works without script and saves what is typed. */
export const RegisterButton = ({ field, path, around }: Question<OrgNumberField>) => {
  const words = registerWords[around.language];
  if (!field.fills || around.locked) return null;
  const row = /\.(\d+)\./.exec(path)?.[1];
  return (
    <button
      type="submit"
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      name="lookUp"
      value={path}
      formnovalidate
      aria-label={row === undefined ? undefined : words.lookUpFor(String(Number(row) + 1))}
    >
      {words.lookUp}
    </button>
  );
};
