import * as z from "zod";
import {
  type Colleague,
  type ColleagueList,
  ColleagueMay,
  findColleague,
  mayDo,
  withMay,
  withoutColleague,
} from "#shared/domain/colleague.ts";
import type { Event } from "#shared/domain/event.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { sendAgain } from "./invite.ts";
import { backToList, type OpenList, openList } from "./list.ts";

const Change = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("change"), may: ColleagueMay }),
  z.strictObject({ action: z.literal("send-again") }),
  z.strictObject({ action: z.literal("remove") }),
]);
type Change = z.infer<typeof Change>;

const keep = (
  asked: SignedIn,
  table: Table,
  { own: { application }, list }: OpenList,
  {
    next,
    what,
    detail,
  }: { readonly next: ColleagueList; readonly what: Event["what"]; readonly detail: string },
) =>
  keepColleagues(table, {
    before: { application, list },
    after: { application, list: next },
    event: eventBy(asked, what, detail),
  });

const remove = async (
  asked: SignedIn,
  table: Table,
  open: OpenList,
  colleague: Colleague,
): Promise<Answer | "changed"> => {
  const next = withoutColleague(open.list, colleague);
  const outcome = await keep(asked, table, open, { next, what: "colleague-removed", detail: colleague.id });
  if (outcome !== "kept") return "changed";
  if (mayDo(open.own.may, "decide")) return backToList(asked, open, "removed", { id: colleague.id });
  return { to: `/${asked.language}/my-page`, json: { status: 200, body: { id: colleague.id } } };
};

const changeMay = async (
  asked: SignedIn,
  table: Table,
  open: OpenList,
  { colleague, may }: { readonly colleague: Colleague; readonly may: ColleagueMay },
): Promise<Answer | "changed"> => {
  const done = backToList(asked, open, "changed", { id: colleague.id, may });
  if (colleague.may === may) return done;
  const next = withMay(open.list, colleague, may);
  const detail = `${colleague.id} ${may}`;
  const outcome = await keep(asked, table, open, { next, what: "colleague-changed", detail });
  return outcome === "kept" ? done : "changed";
};

/** Colleagues may take themselves out; all else is the owner's. */
const isLeaving = (colleague: Colleague | undefined, change: Change, { person }: SignedIn): boolean =>
  change.action === "remove" && colleague?.state === "joined" && colleague.person.id === person.id;

const attempt = async (asked: SignedIn, table: Table, change: Change): Promise<Answer | "changed"> => {
  const opened = await openList(asked, table, "see");
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const { application, may } = open.own;
  const colleague = findColleague(open.list, asked.params["colleague"]);
  if (!mayDo(may, "decide") && !isLeaving(colleague, change, asked))
    return { reason: "not-yours-to-do", owner: application.owner.name };
  if (!colleague) return { reason: "not-found" };
  if (change.action === "remove") return remove(asked, table, open, colleague);
  if (change.action === "change") return changeMay(asked, table, open, { colleague, may: change.may });
  return colleague.state === "invited"
    ? sendAgain(asked, table, open, colleague)
    : backToList(asked, open, "changed", { id: colleague.id });
};

/** What is done with one colleague: let write or only read, written to again, removed. */
export const changeColleague = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const body = Change.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  return untilSettled(() => attempt(asked, table, body.data));
};
