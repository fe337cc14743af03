import { decideWithdrawal } from "#shared/domain/application.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { eventBy } from "#shared/records/events.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import { withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { withdrawalPage } from "#web/pages/withdrawal-page.tsx";

const ownAndDecided = async (asked: SignedIn, table: Table) => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "decide");
  if (!opened.ok) return opened;
  const { definition, application } = opened.value;
  const decided = decideWithdrawal(definition.call, application, asked.at);
  return decided.ok ? opened : decided;
};

export const askWhetherToWithdraw = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const found = await ownAndDecided(asked, table);
  if (!found.ok) return found.refusal;
  const { application, definition } = found.value;
  return {
    page: () => withdrawalPage(asked, { call: definition.call, application }),
    json: () => ({ id: application.id, state: application.state, mayWithdraw: true }),
  };
};

const confirmation = ({ application }: OwnApplication, asked: SignedIn): Message =>
  owe(
    {
      id: `withdrawal.${application.id}.${String(application.submissions).padStart(3, "0")}`,
      to: application.owner.email,
      language: asked.language,
      content: {
        kind: "withdrawal",
        callId: application.callId,
        applicationId: application.id,
        reference: application.reference,
        level: application.level,
        withdrawnAt: asked.at,
      },
    },
    asked.at,
  );

/** Takes a sent application back. Its answers stay and may be changed and sent again until the deadline. */
export const withdrawApplication = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const found = await ownAndDecided(asked, table);
  if (!found.ok) return found.refusal;
  const own = found.value;
  const outcome = await withdraw(table, {
    application: own.application,
    at: asked.at,
    event: eventBy(asked, "application-withdrawn"),
    message: confirmation(own, asked),
  });
  if (outcome === "changed") return { reason: "too-busy" };
  const to = `/${asked.language}/applications/${own.application.id}`;
  return { to, json: { status: 200, body: { id: own.application.id, state: "withdrawn" } } };
};
