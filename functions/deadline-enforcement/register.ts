import type { Instant } from "#shared/domain/time.ts";
import { log } from "#shared/http/log.ts";
import { keepOrganisation, organisationsDue } from "#shared/records/organisations.ts";
import type { Table } from "#shared/records/table.ts";
import type { Register } from "#shared/register/register.ts";

/** Four at a time, as careful as we are, this many take a few seconds. */
const mostAtOnce = 100;

/** Asks again about organisations whose answer has grown old or never came. What is not answered now is due again in an hour, so that nothing of it ever fails. */
export const askAgain = async (table: Table, register: Register, at: Instant): Promise<true> => {
  const due = await organisationsDue(table, at, mostAtOnce);
  const answers = await Promise.all(
    due.map(async ({ number }) => {
      const answer = await register.ask(number);
      await keepOrganisation(table, { number, answer, checkedAt: at });
      return answer.state;
    }),
  );
  const unanswered = answers.filter((state) => state === "unreachable").length;
  if (due.length > 0) log("register.asked-again", { asked: due.length, unanswered });
  return true;
};
