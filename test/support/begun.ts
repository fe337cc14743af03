import type { Application } from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import { findApplication, startApplication } from "#shared/records/applications.ts";
import type { Table } from "#shared/records/table.ts";
import { anApplication, anEvent } from "./builders.ts";

/** The application as it is kept. */
export const kept = async (table: Table, { id }: Pick<Application, "id">): Promise<Application> => {
  const found = await findApplication(table, id);
  if (!found) throw new Error(`There is no application ${id}`);
  return found;
};

/** Starts an application, and gives it as it is kept. */
export const begin = async (
  table: Table,
  given: Partial<Application> = {},
  event: Event = anEvent(),
): Promise<Application> => {
  const application = anApplication(given);
  await startApplication(table, { application, event });
  return kept(table, application);
};
