import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { Access, ColleagueList, joinedIn } from "#shared/domain/colleague.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Message } from "#shared/domain/message.ts";
import type { EmailAddress } from "#shared/domain/person.ts";
import { duration, type Instant, InstantText } from "#shared/domain/time.ts";
import { historyWrites } from "./history.ts";
import { ownerKeys } from "./index-keys.ts";
import { messagePut } from "./messages.ts";
import { timeSort } from "./sort-keys.ts";
import { type Item, type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { absent, check, type Expression, present, put, stillAt } from "./writes.ts";

interface Colleagues {
  readonly application: Application;
  readonly list: ColleagueList;
}

/** How long an address is left in peace after an invitation, whoever sends the next. */
const oneHour = duration({ hours: 1 });

const listItem = ({ application, list }: Colleagues): Item => ({
  ...z.encode(ColleagueList, list),
  ...keys.colleagues(application.id),
  item: "colleagues",
});

const accessItem = (access: Access): Item => ({
  ...z.encode(Access, access),
  ...keys.access(access.applicationId, access.personId),
  item: "access",
  ownerKey: ownerKeys.sharedWith(access.personId),
  ownerSort: timeSort(access.joinedAt, access.applicationId),
});

const accessesIn = ({ application, list }: Colleagues): ReadonlyMap<string, Access> =>
  new Map(
    joinedIn(list).map(({ person, may, joinedAt }) => [
      person.id,
      { applicationId: application.id, personId: person.id, may, joinedAt },
    ]),
  );

/** What lets people in, brought in line with the list. */
const accessWrites = (table: Table, before: Colleagues, after: Colleagues) => {
  const had = accessesIn(before);
  const has = accessesIn(after);
  const gone = [...had.values()].filter(({ personId }) => !has.has(personId));
  const changed = [...has.values()].filter(({ personId, may }) => had.get(personId)?.may !== may);
  return [
    ...gone.map(({ applicationId, personId }) => ({
      Delete: check(table, keys.access(applicationId, personId), present),
    })),
    ...changed.map((access) => ({
      Put: put(table, accessItem(access), had.has(access.personId) ? present : absent),
    })),
  ];
};

const ownerAndNumber = ({ application: { owner }, list }: Colleagues): Expression => ({
  text: "#colleagues = :colleagues, #owner = :owner, #ownerKey = :ownerKey",
  values: { colleagues: joinedIn(list).length, owner, ownerKey: ownerKeys.person(owner.id) },
});

/** One mail an hour to an address, from all applications together: the other item that applications share. */
const turnPut = (table: Table, email: EmailAddress, at: Instant) => {
  const until = at.add(oneHour);
  const item = {
    ...keys.invited(email),
    item: "invited",
    until: InstantText.encode(until),
    ...timeToLive(until),
  };
  const text = `${absent.text} OR #until <= :at`;
  return put(table, item, { text, values: { at: InstantText.encode(at) } });
};

export interface ColleagueChange {
  /** As they were decided on: when either has changed since, nothing is written. */
  readonly before: Colleagues;
  readonly after: Colleagues;
  readonly event: Event;
  readonly message?: Message | undefined;
  /** The address that the message invites. */
  readonly invites?: EmailAddress | undefined;
}

/**
 * Keeps the list, what lets people in, the owner and the number of colleagues, with the event and the message that tell of
 * it: all of them or none. "too-soon" when the address has been invited within the hour.
 */
export const keepColleagues = async (
  table: Table,
  { before, after, event, message, invites }: ColleagueChange,
): Promise<"kept" | "changed" | "too-soon"> => {
  const { id } = before.application;
  const written = await transact(table, [
    { Put: put(table, listItem(after), stillAt(before.list.revision)) },
    ...historyWrites(table, before.application, { event, change: ownerAndNumber(after) }),
    ...accessWrites(table, before, after),
    ...(message ? [{ Put: messagePut(table, message, ownerKeys.application(id)) }] : []),
    ...(invites ? [{ Put: turnPut(table, invites, event.at) }] : []),
  ]);
  if (written === "done") return "kept";
  const others = invites ? written.slice(0, -1) : written;
  return others.some(({ failed }) => failed) ? "changed" : "too-soon";
};
