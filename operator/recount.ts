import { instant } from "#shared/domain/time.ts";
import { openTable } from "#shared/records/table.ts";
import { countAnew } from "./count-anew.ts";
import { type Ending, end } from "./ending.ts";
import { explained, given, tableNamed } from "./given.ts";

const help = `Counts all applications and registrations anew for the overview of each call, and puts them into its lists.

  npm run recount -- [--table NAME]     without it the table that TABLE_NAME names

It may be broken off and run again at any time. Until it is done the overview shows the numbers as they were.
`;

const recount = async (parameters: readonly string[]): Promise<Ending> => {
  try {
    const options = { table: { type: "string" }, help: { type: "boolean", default: false } } as const;
    const { table, help: wanted } = given(parameters, options);
    const out = wanted
      ? help
      : `${await countAnew(openTable(tableNamed(table)), instant(Date.now()))} records counted\n`;
    return { code: 0, out, complaint: "" };
  } catch (error) {
    return { code: 2, out: "", complaint: explained(error) };
  }
};

end(await recount(process.argv.slice(2)));
