import { concernOf } from "#shared/domain/organisation.ts";
import { InstantText } from "#shared/domain/time.ts";
import { numberIn } from "#shared/form/register-fields.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { registerPage } from "#web/pages/register-page.tsx";
import { registerLine } from "#web/register-line.ts";
import { type LookingUp, lookUp } from "./look-up.ts";

/** What the register says of the number in the address, for the page's script to fill in. */
export const askRegister = async (asked: SignedIn, looking: LookingUp): Promise<Answer> => {
  const number = numberIn(asked.params["number"]);
  if (!number) return { reason: "not-found" };
  const organisation = await lookUp(looking, number, asked.at);
  return {
    page: () => registerPage(asked, organisation),
    json: () => ({
      number,
      ...organisation.answer,
      checkedAt: InstantText.encode(organisation.checkedAt),
      line: registerLine(organisation, asked.language),
      concern: concernOf(organisation) !== undefined,
    }),
  };
};
