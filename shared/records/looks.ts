import type { Application } from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import { findApplication } from "./applications.ts";
import { historyWrites } from "./history.ts";
import { mostTries, type Table, TooBusy, transact } from "./table.ts";

/** Notes in an application's history that staff have looked at it: after whatever has been added meanwhile. */
export const recordLook = async (table: Table, application: Application, event: Event): Promise<void> => {
  let current: Application | undefined = application;
  for (let tries = 0; current && tries < mostTries; tries += 1) {
    const written = await transact(table, historyWrites(table, current, { event, byStaff: true }));
    if (written === "done") return;
    current = await findApplication(table, application.id);
  }
  if (current) throw new TooBusy();
};
