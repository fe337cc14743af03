import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { Attempt } from "#shared/domain/attempt.ts";
import { type Affected, affectedBy, Outage, sentAfter } from "#shared/domain/outage.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findApplications } from "#shared/records/applications.ts";
import { attemptsOfCall } from "#shared/records/attempts.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { outagesOf } from "#shared/records/outages.ts";
import type { Table } from "#shared/records/table.ts";
import { staffOutagePage } from "#web/staff/staff-outage-page.tsx";

const asJson = (affected: Affected, application: Application) => {
  const sent = sentAfter(affected, application);
  return {
    application: {
      id: application.id,
      reference: application.reference,
      organisation: application.organisation,
      state: application.state,
    },
    hindered: affected.hindered,
    attempts: affected.attempts.map((attempt) => z.encode(Attempt, attempt)),
    sentAt: sent ? InstantText.encode(sent) : null,
  };
};

/** Whom an outage may have stopped, with the evidence of it, so that deadlines can be extended fairly. */
export const showOutage = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  const outage = call && (await outagesOf(table, call.id)).find(({ id }) => id === asked.params["id"]);
  if (!outage) return { reason: "not-found" };
  await recordEvent(table, call.id, eventBy(asked, "outage-viewed", outage.id));
  const affected = affectedBy(outage, await attemptsOfCall(table, call.id, outage));
  const applications = await findApplications(
    table,
    affected.map(({ applicationId }) => applicationId),
  );
  return {
    page: () => staffOutagePage(asked, { call, outage, affected, applications }),
    json: () => ({
      outage: z.encode(Outage, outage),
      items: affected.flatMap((one) => {
        const application = applications.get(one.applicationId);
        return application ? [asJson(one, application)] : [];
      }),
    }),
  };
};
