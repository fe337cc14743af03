import { auditAll } from "./audit-all.ts";
import { readEarlier } from "./earlier.ts";
import type { Ending } from "./ending.ts";
import { exportSource } from "./export-source.ts";
import { explained } from "./given.ts";
import { readKeySet } from "./key-set.ts";
import { help, type Options, readOptions } from "./options.ts";
import { asJson, asText } from "./report.ts";
import { tableSource } from "./table-source.ts";

const run = async ({ call, from, keys, since, json }: Options): Promise<Ending> => {
  const [keySet, earlier] = await Promise.all([
    keys === undefined ? undefined : readKeySet(keys),
    since === undefined ? new Map() : readEarlier(since, call.id),
  ]);
  const source = "table" in from ? tableSource(from.table, call.id) : exportSource(from.folder);
  const audit = await auditAll(source, { call, earlier, keySet });
  const out = json ? asJson(audit, call.id) : asText(audit, keySet !== undefined);
  return { code: audit.breaks.length === 0 ? 0 : 1, out, complaint: "" };
};

/** What `npm run audit` does with its command line. */
export const command = async (parameters: readonly string[]): Promise<Ending> => {
  try {
    const options = readOptions(parameters);
    return options === "help" ? { code: 0, out: help, complaint: "" } : await run(options);
  } catch (error) {
    return { code: 2, out: "", complaint: explained(error) };
  }
};
