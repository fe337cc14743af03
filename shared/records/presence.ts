import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import { Presence } from "#shared/domain/presence.ts";
import { duration } from "#shared/domain/time.ts";
import { readAll } from "./reads.ts";
import { presencePrefix } from "./sort-keys.ts";
import { type Table, untilFree } from "./table.ts";
import { keys } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { put } from "./writes.ts";

const keptFor = duration({ minutes: 10 });

/** Notes that somebody is in a section, over what was noted of them before. */
export const notePresence = async (
  table: Table,
  id: ApplicationId,
  section: string,
  presence: Presence,
): Promise<void> => {
  const item = {
    ...z.encode(Presence, presence),
    ...keys.presence(id, section, presence.personId),
    item: "presence",
    ...timeToLive(presence.at.add(keptFor)),
  };
  await untilFree(() => table.client.send(new PutItemCommand(put(table, item))));
};

/** All that is noted of a section, also of those who have left. */
export const presencesIn = async (table: Table, id: ApplicationId, section: string): Promise<Presence[]> => {
  const items = await readAll(table, {
    key: keys.application(id).pk,
    sort: { beginsWith: presencePrefix(section) },
  });
  return items.map((item) => Presence.parse(item));
};
