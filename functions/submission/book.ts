import { TimeoutStrategy, timeout } from "cockatiel";
import { type Application, ApplicationId } from "#shared/domain/application.ts";
import { attemptOf, isNotSent, type NotSent } from "#shared/domain/attempt.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { errorFields, log } from "#shared/http/log.ts";
import type { Asked, SignedIn } from "#shared/http/request.ts";
import { findApplication } from "#shared/records/applications.ts";
import { keepAttempt } from "#shared/records/attempts.ts";
import type { Table } from "#shared/records/table.ts";

/** Milliseconds. When it is the records that are slow, nobody waits longer for a no because of the book. */
const patience = timeout(2000, TimeoutStrategy.Aggressive);

const keep = async (
  asked: Asked,
  id: ApplicationId,
  outcome: NotSent | "begun",
  find: () => Promise<Application | undefined>,
  table: Table,
): Promise<void> => {
  try {
    await patience.execute(async () => {
      const application = await find();
      if (application) await keepAttempt(table, attemptOf(application, asked, outcome));
    });
  } catch (error) {
    log("attempt.unwritten", {
      applicationId: id,
      reason: typeof outcome === "string" ? outcome : outcome.reason,
      requestId: asked.requestId,
      ...errorFields(error),
    });
  }
};

/** Keeps a refused or failed attempt to send, if there is such an application. Whether that succeeds changes nothing else. */
export const keepRefused = async (asked: Asked, table: Table, refusal: Refusal | "failed"): Promise<void> => {
  const id = ApplicationId.safeParse(asked.params["id"]);
  if (!id.success) return;
  if (!isNotSent(refusal)) return;
  await keep(asked, id.data, refusal, () => findApplication(table, id.data), table);
};

/** Keeps that somebody who may send looked at what they are about to send. */
export const keepBegun = (asked: SignedIn, table: Table, application: Application): Promise<void> =>
  keep(asked, application.id, "begun", async () => application, table);
