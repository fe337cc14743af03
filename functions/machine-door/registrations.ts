import * as z from "zod";
import { changedRegistrations } from "#shared/records/changed-records.ts";
import type { Feed } from "./follow.ts";
import { GivenRegistration, Gone } from "./shapes.ts";

export const registrations: Feed = {
  listed: "registration",
  what: "registrations-fetched",
  read: async (table, changes) =>
    (await changedRegistrations(table, changes)).map(({ number, id, record }) => ({
      number,
      item: record ? z.encode(GivenRegistration, record) : Gone.parse({ id, gone: true }),
    })),
};
