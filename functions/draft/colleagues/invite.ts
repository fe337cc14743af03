import { randomBytes, randomUUID } from "node:crypto";
import { ColleagueId, type Invited, withInvitation } from "#shared/domain/colleague.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { decideInvitation, decideSendingAgain, type InvitationFault } from "#shared/domain/invitation.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import type { Result } from "#shared/domain/result.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { problemOf } from "./faults.ts";
import { nothingTyped, readInvitation, type Wanted } from "./invitation-form.ts";
import { backToList, drawList, type OpenList, openList } from "./list.ts";

const invitationTo = (invited: Invited, asked: SignedIn, open: OpenList, key: string): Message => {
  const { id, callId, level, cluster, organisation, owner } = open.own.application;
  const number = String(open.list.mailed + 1).padStart(3, "0");
  return owe(
    {
      id: `invitation.${id}.${invited.id}.${number}`,
      to: invited.email,
      language: asked.language,
      content: {
        kind: "invitation",
        callId,
        applicationId: id,
        colleagueId: invited.id,
        invitedBy: owner.name,
        name: cluster || organisation,
        level,
        may: invited.may,
        expiresAt: invited.expiresAt,
        key,
      },
    },
    asked.at,
  );
};

type Outcome = InvitationFault | "kept" | "changed";

/** Keeps a decided invitation and owes its mail, which alone has the key. */
const keep = async (
  asked: SignedIn,
  table: Table,
  open: OpenList,
  { decided, key }: { readonly decided: Result<Invited, InvitationFault>; readonly key: string },
): Promise<Outcome> => {
  if (!decided.ok) return decided.refusal;
  const invited = decided.value;
  const { application } = open.own;
  return keepColleagues(table, {
    before: { application, list: open.list },
    after: { application, list: withInvitation(open.list, invited) },
    event: eventBy(asked, "colleague-invited", `${invited.id} ${invited.may}`),
    message: invitationTo(invited, asked, open, key),
    invites: invited.email,
  });
};

const newKey = () => randomBytes(32).toString("base64url");

const inviteNew = async (asked: SignedIn, table: Table, wanted: Wanted): Promise<Answer | "changed"> => {
  const opened = await openList(asked, table, "decide");
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const { application, definition } = open.own;
  const key = newKey();
  const id = ColleagueId.parse(randomUUID());
  const decided = decideInvitation({
    call: definition.call,
    application,
    list: open.list,
    ...wanted,
    id,
    keyHash: sha256(key),
    at: asked.at,
  });
  const outcome = await keep(asked, table, open, { decided, key });
  if (outcome === "changed") return "changed";
  if (outcome === "kept")
    return { ...backToList(asked, open, "invited", {}), json: { status: 201, body: { id } } };
  const problems = [problemOf(outcome)];
  return {
    refusal: { reason: "problems-in-answers", problems },
    page: drawList(asked, open, { typed: wanted, problems }),
  };
};

export const invite = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const { typed, problems, wanted } = readInvitation(asked.body);
  if (wanted) return untilSettled(() => inviteNew(asked, table, wanted));
  const opened = await openList(asked, table, "decide");
  if (!opened.ok) return opened.refusal;
  return {
    refusal: { reason: "problems-in-answers", problems },
    page: drawList(asked, opened.value, { typed, problems }),
  };
};

/** The invitation once more, for who lost it or came too late. */
export const sendAgain = async (
  asked: SignedIn,
  table: Table,
  open: OpenList,
  invited: Invited,
): Promise<Answer | "changed"> => {
  const key = newKey();
  const decided = decideSendingAgain(open.list, invited, { keyHash: sha256(key), at: asked.at });
  const outcome = await keep(asked, table, open, { decided, key });
  if (outcome === "changed") return "changed";
  if (outcome === "kept") return backToList(asked, open, "invited", { id: invited.id });
  const problems = [problemOf(outcome, invited.id)];
  return {
    refusal: { reason: "problems-in-answers", problems },
    page: drawList(asked, open, { typed: nothingTyped, problems }),
  };
};
