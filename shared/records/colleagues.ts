import type { ApplicationId } from "#shared/domain/application.ts";
import { Access, ColleagueList, noColleagues } from "#shared/domain/colleague.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { ownerKeys } from "./index-keys.ts";
import { readAll, readItem } from "./reads.ts";
import type { Table } from "./table.ts";
import { keys } from "./table-keys.ts";

export const readColleagues = async (table: Table, id: ApplicationId): Promise<ColleagueList> => {
  const item = await readItem(table, keys.colleagues(id));
  return item ? ColleagueList.parse(item) : noColleagues;
};

/** What lets this person in, if they are a colleague. */
export const findAccess = async (
  table: Table,
  id: ApplicationId,
  person: PersonId,
): Promise<Access | undefined> => {
  const item = await readItem(table, keys.access(id, person));
  return item && Access.parse(item);
};

/** What others share with a person, what they joined last first. */
export const accessesOf = async (table: Table, person: PersonId): Promise<Access[]> => {
  const key = ownerKeys.sharedWith(person);
  const items = await readAll(table, { index: "byOwner", key, newestFirst: true });
  return items.map((item) => Access.parse(item));
};
