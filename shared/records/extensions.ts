import * as z from "zod";
import { Application } from "#shared/domain/application.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import type { Event } from "#shared/domain/event.ts";
import { Extension } from "#shared/domain/extension.ts";
import type { Message } from "#shared/domain/message.ts";
import { historyWrites } from "./history.ts";
import { dueKeys, ownerKeys } from "./index-keys.ts";
import { messagePut } from "./messages.ts";
import { readAll } from "./reads.ts";
import { timeSort } from "./sort-keys.ts";
import { type Table, transact } from "./table.ts";
import type { Expression } from "./writes.ts";

interface Change {
  /** As it was decided on: when it has changed since, nothing is written. */
  readonly application: Application;
  readonly event: Event;
}

const asDraft: Expression = { text: "#state = :draft", values: { draft: "draft" } };

const dueSortOf = ({ id }: Application, { until }: Extension): string => timeSort(lastInstantOf(until), id);

const extended = (application: Application, extension: Extension): Expression => {
  const reopens = application.state === "expired" ? asDraft : undefined;
  const own = "#extension = :extension, #dueKey = :dueKey, #dueSort = :dueSort";
  return {
    text: [own, reopens?.text].filter(Boolean).join(", "),
    values: {
      extension: z.encode(Extension, extension),
      dueKey: dueKeys.extensions,
      dueSort: dueSortOf(application, extension),
      ...reopens?.values,
    },
  };
};

/** Gives an application a later deadline, and tells of it. A draft that had expired is one again; what ends is looked after when it does. */
export const extend = async (
  table: Table,
  {
    application,
    extension,
    event,
    messages,
  }: Change & { readonly extension: Extension; readonly messages: readonly Message[] },
): Promise<"extended" | "changed"> => {
  const change = extended(application, extension);
  const written = await transact(table, [
    ...historyWrites(table, application, { event, byStaff: true, change }),
    ...messages.map((message) => ({
      Put: messagePut(table, message, ownerKeys.application(application.id)),
    })),
  ]);
  return written === "done" ? "extended" : "changed";
};

/** Makes an expired draft a draft again, because its deadline has become a later one. */
export const reopen = async (
  table: Table,
  { application, event }: Change,
): Promise<"reopened" | "changed"> => {
  const written = await transact(table, historyWrites(table, application, { event, change: asDraft }));
  return written === "done" ? "reopened" : "changed";
};

/** All applications, of all calls, that have a deadline of their own. */
export const extendedApplications = async (table: Table): Promise<Application[]> => {
  const items = await readAll(table, { index: "byDue", key: dueKeys.extensions });
  return items.map((item) => Application.parse(item));
};
