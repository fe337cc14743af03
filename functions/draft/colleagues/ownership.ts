import { randomUUID } from "node:crypto";
import { ColleagueId, findColleague, handedOver, type Joined } from "#shared/domain/colleague.ts";
import { mayTakeOver } from "#shared/domain/invitation.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { handOverPage } from "#web/pages/hand-over-page.tsx";
import { type OpenList, openList } from "./list.ts";

type Handing = OpenList & { readonly to: Joined };

/** Somebody who has not joined, or may only read, is nobody to hand over to. */
const openHanding = async (asked: SignedIn, table: Table): Promise<Result<Handing, Refusal>> => {
  const opened = await openList(asked, table, "decide");
  if (!opened.ok) return opened;
  const to = findColleague(opened.value.list, asked.params["colleague"]);
  return to && mayTakeOver(to) ? accept({ ...opened.value, to }) : refuse({ reason: "not-found" });
};

export const askWhetherToHandOver = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openHanding(asked, table);
  if (!opened.ok) return opened.refusal;
  const { own, to } = opened.value;
  const { application, definition } = own;
  return {
    page: () => handOverPage(asked, { call: definition.call, application, to }),
    json: () => ({ id: application.id, to: { id: to.id, name: to.person.name }, mayHandOver: true }),
  };
};

const notice = (asked: SignedIn, { own: { application }, to }: Handing): Message => {
  const { id, callId, reference, level, cluster, organisation, revision } = application;
  return owe(
    {
      id: `ownership-received.${id}.${String(revision).padStart(3, "0")}`,
      to: to.person.email,
      language: asked.language,
      content: {
        kind: "ownership-received",
        callId,
        applicationId: id,
        reference,
        level,
        handedOverBy: asked.person.name,
        name: cluster || organisation,
      },
    },
    asked.at,
  );
};

const attempt = async (asked: SignedIn, table: Table): Promise<Answer | "changed"> => {
  const opened = await openHanding(asked, table);
  if (!opened.ok) return opened.refusal;
  const { own, list, to } = opened.value;
  const { application } = own;
  const id = ColleagueId.parse(randomUUID());
  const outcome = await keepColleagues(table, {
    before: { application, list },
    after: handedOver(application, list, { to, from: asked.person, id, at: asked.at }),
    event: eventBy(asked, "ownership-handed-over", to.id),
    message: notice(asked, opened.value),
  });
  if (outcome !== "kept") return "changed";
  const path = `/${asked.language}/applications/${application.id}`;
  return { to: path, json: { status: 200, body: { id: application.id, owner: to.person.name } } };
};

/** Makes a colleague the owner, and the owner a colleague who may write. */
export const handOver = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(() => attempt(asked, table));
