import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { decode, encode, type Table } from "#shared/records/table.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import { auditAll } from "../../operator/audit-all.ts";
import { tableSource } from "../../operator/table-source.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { keepSigned, putRaw, type RawItem, rawItemsOf } from "./tamper.ts";

/** An audit of a table, and ways to tamper with what is in it. */
export const auditing = async (table: Table) => {
  const { keys: receiptKeys, keysUntil } = await openTestKeys("2024-1", "2025-1");
  const { call } = nic2024;
  const source = tableSource(table.name, call.id);
  const given = { call, keySet: await publicKeys(receiptKeys), earlier: new Map() };

  const item = async (application: Application, sort: string): Promise<RawItem> => {
    const found = (await rawItemsOf(table, application)).get(sort);
    if (!found) throw new Error(`There is no ${sort}`);
    return found;
  };
  return {
    ...{ receiptKeys, keysUntil, source, given, item },
    sent: () => keepSigned(table, receiptKeys),
    /** What is named of one application, with the numbers it concerns. */
    codesOf: async ({ id }: Application) =>
      (await auditAll(source, given)).breaks
        .filter(({ application }) => application === id)
        .map(({ code, number }) => [code, number ?? 0]),
    /** Changes attributes of an item; without a value one is taken away. */
    tamper: async (application: Application, sort: string, change: Readonly<Record<string, unknown>>) => {
      await putRaw(table, encode({ ...decode(await item(application, sort)), ...change }));
    },
  };
};
