import { openTable } from "#shared/records/table.ts";
import { countAnew } from "./count-anew.ts";
import { explained, given, tableNamed } from "./given.ts";

const help = `Counts all applications and registrations anew for the overview of each call.

  npm run recount -- [--table NAME]     without it the table that TABLE_NAME names

It may be broken off and run again at any time. Until it is done the overview shows the numbers as they were.
`;

try {
  const options = { table: { type: "string" }, help: { type: "boolean", default: false } } as const;
  const { table, help: wanted } = given(process.argv.slice(2), options);
  const out = wanted ? help : `${await countAnew(openTable(tableNamed(table)))} records counted\n`;
  process.stdout.write(out);
} catch (error) {
  process.stderr.write(explained(error));
  process.exitCode = 2;
}
