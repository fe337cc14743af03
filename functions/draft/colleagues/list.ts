import { type Colleague, type ColleagueList, type Deed, mayDo } from "#shared/domain/colleague.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result } from "#shared/domain/result.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { Redirect } from "#shared/http/reply.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { colleaguesPage } from "#web/pages/colleagues-page.tsx";
import { invitationForm, nothingTyped } from "./invitation-form.ts";

export interface OpenList {
  readonly own: OwnApplication;
  readonly list: ColleagueList;
}

/** The colleagues of the application that the address names, for whoever may do this. */
export const openList = async (
  asked: SignedIn,
  table: Table,
  deed: Deed,
): Promise<Result<OpenList, Refusal>> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, deed);
  if (!opened.ok) return opened;
  return accept({ own: opened.value, list: await readColleagues(table, opened.value.application.id) });
};

/** Invitations and addresses are between the owner and those invited. */
const visible = ({ own, list }: OpenList): readonly Colleague[] =>
  mayDo(own.may, "decide") ? list.colleagues : list.colleagues.filter(({ state }) => state === "joined");

interface Typed {
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
}

export const drawList =
  (asked: SignedIn, open: OpenList, { typed, problems }: Typed = { typed: nothingTyped, problems: [] }) =>
  () =>
    colleaguesPage(asked, {
      call: open.own.definition.call,
      application: open.own.application,
      may: open.own.may,
      me: asked.person.id,
      colleagues: visible(open),
      form: invitationForm,
      answers: typed,
      problems,
      ...(asked.method === "GET" && { done: asked.query["done"] }),
    });

/** Addresses are for the owner: the one invited, and the one its holder signs in with. */
const addressesOf = (colleague: Colleague) => ({
  email: colleague.email,
  invitedAt: InstantText.encode(colleague.invitedAt),
  ...(colleague.state === "joined" && { signsInAs: colleague.person.email }),
});

const asJson = (colleague: Colleague, isOwner: boolean) => ({
  id: colleague.id,
  may: colleague.may,
  state: colleague.state,
  ...(isOwner && addressesOf(colleague)),
  ...(colleague.state === "invited"
    ? { expiresAt: InstantText.encode(colleague.expiresAt) }
    : { name: colleague.person.name, joinedAt: InstantText.encode(colleague.joinedAt) }),
});

export const showColleagues = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openList(asked, table, "see");
  if (!opened.ok) return opened.refusal;
  const { own } = opened.value;
  const isOwner = mayDo(own.may, "decide");
  return {
    page: drawList(asked, opened.value),
    json: () => ({
      owner: own.application.owner.name,
      may: own.may,
      colleagues: visible(opened.value).map((colleague) => asJson(colleague, isOwner)),
    }),
  };
};

/** Back to the list with a word on what was done. */
export const backToList = (asked: SignedIn, { own }: OpenList, done: string, body: unknown): Redirect => ({
  to: `/${asked.language}/applications/${own.application.id}/colleagues?done=${done}`,
  json: { status: 200, body },
});
