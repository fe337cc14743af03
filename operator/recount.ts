import { parseArgs } from "node:util";
import { openTable } from "#shared/records/table.ts";
import { countAnew } from "./count-anew.ts";

const help = `Counts all applications and registrations anew for the overview of each call.

  npm run recount -- [--table NAME]     without it the table that TABLE_NAME names

It may be broken off and run again at any time. Until it is done the overview shows the numbers as they were.
`;

const { table, help: wanted } = parseArgs({
  options: { table: { type: "string" }, help: { type: "boolean", default: false } },
}).values;
const name = table ?? process.env["TABLE_NAME"];
if (wanted || !name) {
  process.stdout.write(help);
  process.exitCode = wanted ? 0 : 2;
} else process.stdout.write(`${await countAnew(openTable(name))} records counted\n`);
