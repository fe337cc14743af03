import type { SavedSection } from "#shared/domain/application.ts";
import { InstantText } from "#shared/domain/time.ts";
import { problemsOf } from "#shared/form/check.ts";
import { figuresOf } from "#shared/form/figures.ts";
import { problemJson } from "#shared/http/problem.ts";
import { type SignedIn, sessionLeft } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { readDraft } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { meetOthers, presenceJson } from "./presence.ts";
import { draw, type OpenSection } from "./section.ts";

const problemsNow = async (asked: SignedIn, table: Table, { own, key }: OpenSection) => {
  const { draft } = await readDraft(table, own);
  return problemsOf(own.form, draft, key).map((problem) => problemJson(problem, asked.language));
};

/** That a section is kept, for a program, and what has changed with it: who else is here, what follows from the amounts, what is wrong. */
export const acknowledge = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  { saved, check }: { readonly saved: SavedSection; readonly check: boolean },
): Promise<Answer> => {
  const { answers, revision, savedAt } = saved;
  const others = presenceJson(await meetOthers(asked, table, open));
  const figures = figuresOf(open.section, answers, asked.language);
  const problems = check ? await problemsNow(asked, table, open) : undefined;
  return {
    json: () => ({
      revision,
      savedAt: InstantText.encode(savedAt),
      sessionLeft: sessionLeft(asked),
      others,
      ...(figures && { figures: figures.rows.map(({ cells }) => cells) }),
      ...(problems && { problems }),
    }),
    page: await draw(asked, table, open, { answers, revision }),
  };
};
