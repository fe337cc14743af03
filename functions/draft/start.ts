import { randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import { type Application, ApplicationId, decideStart, type Facts } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import { beginningOf } from "#shared/domain/history.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { t } from "#shared/domain/text.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findApplication, startApplication } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { carriedFrom } from "./carry-over.ts";

const Start = z.strictObject({
  level: Level,
  id: ApplicationId.optional(),
  /** The application to take answers from; empty for none. */
  from: z.string().max(100).optional(),
});

export const chooseLevel: Answer = {
  reason: "problems-in-answers",
  problems: [
    {
      pointer: "/level",
      code: "invalid",
      label: t("Programnivå", "Programnivå", "Programme level"),
      message: t("Velg et programnivå", "Vel eit programnivå", "Choose a programme level"),
    },
  ],
};

const draftOf = (
  asked: SignedIn,
  begun: Pick<Application, "id" | "level" | "callId">,
  prefix: string,
  facts: Partial<Facts> | undefined,
): Application => ({
  ...begun,
  state: "draft",
  reference: makeReference(prefix, randomBytes(7)),
  owner: { id: asked.person.id, name: asked.person.name, email: asked.person.email },
  language: asked.language,
  startedAt: asked.at,
  revision: 0,
  lastEvent: beginningOf(begun.id),
  organisation: "",
  organisationNumber: "",
  cluster: "",
  submissions: 0,
  ...facts,
});

const mostTries = 3;

/** Starts once: the page makes the id, so pressing twice or reloading leads to the same draft. */
export const start = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const body = Start.safeParse(asked.body);
  if (!body.success) return chooseLevel;
  const { level, id = ApplicationId.parse(randomUUID()) } = body.data;
  const decided = decideStart(definition.call, level, asked.at);
  if (!decided.ok) return decided.refusal;
  const from = await carriedFrom(asked, table, { from: body.data.from, to: definition });
  if (!from.ok) return from.refusal;
  const carried = from.value;
  const there: Answer = {
    to: `/${asked.language}/applications/${id}`,
    json: { status: 201, body: { id } },
  };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const application = draftOf(
      asked,
      { id, level, callId: definition.call.id },
      definition.call.referencePrefix,
      carried?.facts,
    );
    const event = eventBy(asked, "application-started");
    const outcome = await startApplication(table, { application, event, carried });
    if (outcome === "started") return there;
    if (outcome === "id-taken") {
      const earlier = await findApplication(table, id);
      return earlier?.owner.id === asked.person.id ? there : { reason: "id-taken" };
    }
  }
  return { reason: "too-busy" };
};
