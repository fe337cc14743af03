import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { rememberedUntil, StaffMember } from "#shared/domain/staff-member.ts";
import { readAll } from "./reads.ts";
import { type Table, untilFree } from "./table.ts";
import { allStaff, keys } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { put } from "./writes.ts";

/** Keeps who has signed in, over what was kept of them before. */
export const keepStaffMember = async (table: Table, member: StaffMember): Promise<void> => {
  const item = {
    ...z.encode(StaffMember, member),
    ...keys.staffMember(member.id),
    item: "staff-member",
    ...timeToLive(rememberedUntil(member)),
  };
  await untilFree(() => table.client.send(new PutItemCommand(put(table, item))));
};

/** All of the staff that are kept, also those whose time is over. */
export const staffMembers = async (table: Table): Promise<StaffMember[]> => {
  const items = await readAll(table, { key: allStaff });
  return items.map((item) => StaffMember.parse(item));
};
