import type { Application, Revisions } from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Message } from "#shared/domain/message.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { historyWrites } from "./history.ts";
import { ownerKeys } from "./index-keys.ts";
import { messagePut } from "./messages.ts";
import { sectionsStillAt } from "./sections.ts";
import { type Table, transact } from "./table.ts";

interface Change {
  /** As it was decided on: when it has changed since, nothing is written. */
  readonly application: Application;
  readonly event: Event;
}

/** From now on the sections of what was sent may be changed. The submission stays as it is, and stands. */
export const beginChange = async (
  table: Table,
  { application, event, at }: Change & { readonly at: Instant },
): Promise<"begun" | "changed"> => {
  const change = {
    text: "#changingSince = :at REMOVE #changesUnsentAt",
    values: { at: InstantText.encode(at) },
  };
  const written = await transact(table, historyWrites(table, application, { event, change }));
  return written === "done" ? "begun" : "changed";
};

/** Ends it without anything being sent, if the sections are still as they were compared with what stands. */
export const endChange = async (
  table: Table,
  {
    application,
    event,
    compared,
    unsent,
  }: Change & {
    readonly compared: Revisions;
    /** When they differ from it: since when nobody can send them, and who is to be told. */
    readonly unsent?: { readonly at: Instant; readonly message?: Message | undefined } | undefined;
  },
): Promise<"ended" | "changed"> => {
  const change = unsent
    ? {
        text: "#changesUnsentAt = :at REMOVE #changingSince",
        values: { at: InstantText.encode(unsent.at) },
      }
    : { text: "#state = :submitted REMOVE #changingSince", values: { submitted: "submitted" } };
  const message = unsent?.message;
  const written = await transact(table, [
    ...historyWrites(table, application, { event, change }),
    ...sectionsStillAt(table, application.id, compared),
    ...(message ? [{ Put: messagePut(table, message, ownerKeys.application(application.id)) }] : []),
  ]);
  return written === "done" ? "ended" : "changed";
};
