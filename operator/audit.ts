// npm run audit: see operator/options.ts.
import { auditAll } from "./audit-all.ts";
import { readEarlier } from "./earlier.ts";
import { exportSource } from "./export-source.ts";
import { readKeySet } from "./key-set.ts";
import { help, type Options, readOptions } from "./options.ts";
import { asJson, asText } from "./report.ts";
import { CannotRead } from "./source.ts";
import { tableSource } from "./table-source.ts";

const endings = { clean: 0, broken: 1, notRead: 2 };

const run = async ({ call, from, keys, since, json }: Options): Promise<number> => {
  const [keySet, earlier] = await Promise.all([
    keys === undefined ? undefined : readKeySet(keys),
    since === undefined ? new Map() : readEarlier(since, call.id),
  ]);
  const source = "table" in from ? tableSource(from.table, call.id) : exportSource(from.folder);
  const audit = await auditAll(source, { call, earlier, keySet });
  process.stdout.write(json ? asJson(audit, call.id) : asText(audit, keySet !== undefined));
  return audit.breaks.length === 0 ? endings.clean : endings.broken;
};

const explain = (error: unknown): string => {
  if (error instanceof CannotRead) return error.message;
  return `The records could not be read: ${error instanceof Error ? `${error.name}: ${error.message}` : error}`;
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") process.stdout.write(help);
  else process.exitCode = await run(options);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = endings.notRead;
}
