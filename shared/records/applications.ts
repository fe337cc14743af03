import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import {
  Application,
  type ApplicationId,
  type Facts,
  type SavedSection,
} from "#shared/domain/application.ts";
import type { CallId, Level } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import { nextLink, withLinks } from "#shared/domain/history.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { applicationIn } from "./application-item.ts";
import { historyWrites, linkPut } from "./history.ts";
import { callKeyOf, ownerKeys } from "./index-keys.ts";
import { readAll, readItem, readListing, readMany } from "./reads.ts";
import { sectionPut } from "./sections.ts";
import { timeSort } from "./sort-keys.ts";
import { type Item, ifItHolds, type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, present, put, update } from "./writes.ts";

/** Where lists find an application. */
export const listedUnder = ({ id, callId, owner, startedAt }: Application) => ({
  ownerKey: ownerKeys.person(owner.id),
  ownerSort: timeSort(startedAt, id),
  callKey: callKeyOf(callId, "APPLICATIONS", id),
  callSort: timeSort(startedAt, id),
});

const applicationItem = (application: Application): Item => ({
  ...z.encode(Application, application),
  ...keys.application(application.id),
  item: "application",
  ...listedUnder(application),
});

const referenceItem = ({ reference, id }: Application): Item => ({
  ...keys.reference(reference),
  item: "reference",
  applicationId: id,
});

/** Answers that a new application begins with, and where they are from. */
export interface Carried {
  readonly facts: Partial<Facts>;
  readonly sections: readonly SavedSection[];
  readonly event: Event;
}

/** Keeps a new application, all of it or nothing, with the beginning of its history, and takes its reference, which nobody gets a second time. */
export const startApplication = async (
  table: Table,
  {
    application,
    event,
    carried,
  }: {
    readonly application: Application;
    readonly event: Event;
    readonly carried?: Carried | undefined;
  },
): Promise<"started" | "id-taken" | "reference-taken"> => {
  const { id } = application;
  const first = nextLink(application, event);
  const links = carried ? [first, nextLink(withLinks(application, [first]), carried.event)] : [first];
  const written = await transact(table, [
    { Put: put(table, applicationItem(withLinks(application, links)), absent) },
    { Put: put(table, referenceItem(application), absent) },
    ...links.map((link) => ({ Put: linkPut(table, id, link) })),
    ...(carried?.sections ?? []).map((section) => ({ Put: sectionPut(table, id, section) })),
  ]);
  if (written === "done") return "started";
  return written[0]?.failed ? "id-taken" : "reference-taken";
};

/** Remembers that the whole has been looked through; the first time counts. */
export const markReviewed = async (table: Table, id: ApplicationId, at: Instant): Promise<void> => {
  const change = { text: "SET #reviewedAt = :at", values: { at: InstantText.encode(at) } };
  const firstTime = { text: `${present.text} AND attribute_not_exists(#reviewedAt)` };
  const command = new UpdateItemCommand(update(table, keys.application(id), change, firstTime));
  await ifItHolds(() => table.client.send(command));
};

/** Gives the application another level, if it is still as it was decided on. Its sections stay, all of them. */
export const changeLevel = async (
  table: Table,
  {
    application,
    level,
    event,
  }: { readonly application: Application; readonly level: Level; readonly event: Event },
): Promise<"kept" | "changed"> => {
  const change = { text: "#level = :level", values: { level } };
  const written = await transact(table, historyWrites(table, application, { event, change }));
  return written === "done" ? "kept" : "changed";
};

export const findApplication = async (table: Table, id: ApplicationId): Promise<Application | undefined> => {
  return applicationIn(await readItem(table, keys.application(id)));
};

/** A person's applications, the one started last first. */
export const applicationsOf = async (table: Table, owner: PersonId): Promise<Application[]> => {
  const items = await readAll(table, {
    index: "byOwner",
    key: ownerKeys.person(owner),
    newestFirst: true,
  });
  return items.map((item) => Application.parse(item));
};

/** Those of these applications that there are, by their ids; an id may be given more than once. */
export const findApplications = async (
  table: Table,
  ids: readonly ApplicationId[],
): Promise<ReadonlyMap<ApplicationId, Application>> => {
  const items = await readMany(table, [...new Set(ids)].map(keys.application));
  const found = items.flatMap((item) => applicationIn(item) ?? []);
  return new Map(found.map((application) => [application.id, application]));
};

/** All applications to a call whatever their state, the one started first first. */
export const applicationsOfCall = async (table: Table, callId: CallId): Promise<Application[]> => {
  const items = await readListing(table, callId, "APPLICATIONS");
  return items.map((item) => Application.parse(item));
};
