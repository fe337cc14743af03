import type { Application } from "#shared/domain/application.ts";
import { Registration } from "#shared/domain/registration.ts";
import { applicationIn } from "./application-item.ts";
import type { Change } from "./changes-heard.ts";
import { readByKey, spelled } from "./counted.ts";
import type { Item, Table } from "./table.ts";
import { idIn } from "./table-keys.ts";

/** What a change has come to: the record as it is, or none where it is gone. */
export interface Changed<Record> {
  /** Of the change. */
  readonly number: number;
  readonly id: string;
  readonly record: Record | undefined;
}

/** A record that has changed again since is left out: its next change is further on. */
const recordsOf = async <Record extends { readonly revision: number }>(
  table: Table,
  changes: readonly Change[],
  read: (item: Item | undefined) => Record | undefined,
): Promise<Changed<Record>[]> => {
  const items = await readByKey(
    table,
    changes.map(({ of }) => of),
  );
  return changes.flatMap(({ number, of, seen }) => {
    const record = read(items.get(spelled(of)));
    const hasChangedAgain = record !== undefined && record.revision !== seen;
    return hasChangedAgain ? [] : [{ number, id: idIn(of), record }];
  });
};

export const changedApplications = (
  table: Table,
  changes: readonly Change[],
): Promise<Changed<Application>[]> => recordsOf(table, changes, applicationIn);

export const changedRegistrations = (
  table: Table,
  changes: readonly Change[],
): Promise<Changed<Registration>[]> => recordsOf(table, changes, (item) => item && Registration.parse(item));
