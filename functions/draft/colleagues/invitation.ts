import * as z from "zod";
import type { CallDefinition } from "#shared/calls/index.ts";
import { type Application, ApplicationId } from "#shared/domain/application.ts";
import { type ColleagueList, findColleague, withJoined } from "#shared/domain/colleague.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { type Acceptance, decideAcceptance } from "#shared/domain/invitation.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { findApplication } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { invitationPage } from "#web/pages/invitation-page.tsx";

interface Answered {
  readonly application: Application;
  readonly definition: CallDefinition;
  readonly list: ColleagueList;
  readonly acceptance: Acceptance;
}

/** What comes of accepting, for whoever holds the key from the mail. */
const openInvitation = async (
  asked: SignedIn,
  table: Table,
  key: string | undefined,
): Promise<Result<Answered, Refusal>> => {
  const id = ApplicationId.safeParse(asked.params["id"]);
  const application = id.success && key ? await findApplication(table, id.data) : undefined;
  const definition = application && (await findCallInForce(table, application.callId));
  if (!definition || !key) return refuse({ reason: "not-found" });
  const list = await readColleagues(table, application.id);
  const decided = decideAcceptance(application, list, {
    colleague: findColleague(list, asked.params["colleague"]),
    keyHash: sha256(key),
    person: asked.person,
    language: asked.language,
    at: asked.at,
  });
  return decided.ok ? accept({ application, definition, list, acceptance: decided.value }) : decided;
};

const inside = (asked: SignedIn, { id }: Application): Answer => ({
  to: `/${asked.language}/applications/${id}`,
  json: { status: 200, body: { id } },
});

/** Only shows: mail scanners follow links, so nobody joins by looking. */
export const showInvitation = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const { key } = asked.query;
  const opened = await openInvitation(asked, table, key);
  if (!opened.ok) return opened.refusal;
  const { application, definition, acceptance } = opened.value;
  if (!key || acceptance.does === "nothing") return inside(asked, application);
  const { may, id } = acceptance.joined;
  return {
    page: () => invitationPage(asked, { call: definition.call, application, may, key, colleague: id }),
    json: () => ({
      application: application.id,
      invitedBy: application.owner.name,
      may,
      call: application.callId,
      level: application.level,
    }),
  };
};

const attempt = async (
  asked: SignedIn,
  table: Table,
  key: string | undefined,
): Promise<Answer | "changed"> => {
  const opened = await openInvitation(asked, table, key);
  if (!opened.ok) return opened.refusal;
  const { application, list, acceptance } = opened.value;
  if (acceptance.does === "nothing") return inside(asked, application);
  const { joined } = acceptance;
  const outcome = await keepColleagues(table, {
    before: { application, list },
    after: { application, list: withJoined(list, joined) },
    event: eventBy(asked, "colleague-joined", `${joined.id} ${joined.may}`),
  });
  return outcome === "kept" ? inside(asked, application) : "changed";
};

const Accept = z.strictObject({ key: z.string().min(1).max(100).optional() });

export const acceptInvitation = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const body = Accept.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  const key = body.data.key ?? asked.query["key"];
  return untilSettled(() => attempt(asked, table, key));
};
