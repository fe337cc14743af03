import type { Application } from "#shared/domain/application.ts";
import type { Extension } from "#shared/domain/extension.ts";
import { instant } from "#shared/domain/time.ts";
import { extend as grant } from "#shared/records/extensions.ts";
import type { Table } from "#shared/records/table.ts";
import { kept } from "./begun.ts";
import { anEvent } from "./builders.ts";

/** Gives an application a later deadline, straight on the records, and tells nobody. */
export const extend = async (
  table: Table,
  application: Application,
  localTime: string,
  grantedAt = "2024-06-10T08:00:00Z",
): Promise<Application> => {
  const extension: Extension = {
    until: { kind: "moment", localTime, timeZone: "Europe/Oslo" },
    reason: "Sykdom",
    grantedBy: { id: "ola", name: "Ola" },
    grantedAt: instant(grantedAt),
  };
  const event = anEvent({ what: "extension-granted", at: extension.grantedAt });
  await grant(table, { application, extension, event, messages: [] });
  return kept(table, application);
};
