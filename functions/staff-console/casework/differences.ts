import * as z from "zod";
import { changedParts } from "#shared/form/changed-parts.ts";
import { differences } from "#shared/form/differences.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { eventBy } from "#shared/records/events.ts";
import { recordLook } from "#shared/records/looks.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { staffDifferencesPage } from "#web/staff/staff-differences-page.tsx";
import { findForStaff } from "../application.ts";

const number = z.coerce.number().int().min(1).optional().catch(undefined);
const Wanted = z.object({ from: number, to: number });

/** What one submission says that another does not: unless told, the last and the one before. */
export const showDifferences = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const found = await findForStaff(asked, table);
  if (!found) return { reason: "not-found" };
  const { application, definition } = found;
  const all = await submissionsOf(table, application.id);
  const { to = application.submissions, from = to - 1 } = Wanted.parse(asked.query);
  const [before, after] = [from, to].map((one) => all.find((sent) => sent.number === one));
  if (!before || !after) return { reason: "not-found" };
  await recordLook(table, application, eventBy(asked, "application-viewed", application.reference));
  const form = definition.application;
  return {
    page: () =>
      staffDifferencesPage(asked, {
        ...{ call: definition.call, application, all, before, after },
        parts: changedParts(form, before, after, asked.language),
      }),
    json: () => ({ from, to, sections: differences(form, before.answers, after.answers) }),
  };
};
