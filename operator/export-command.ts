import { createHash } from "node:crypto";
import { What } from "#shared/domain/export-job.ts";
import { languages } from "#shared/domain/text.ts";

import { openTable } from "#shared/records/table.ts";
import type { Ending } from "./ending.ts";
import { callNamed, explained, given, oneOf, tableNamed } from "./given.ts";
import { CannotRead } from "./source.ts";
import { type TakenOut, takeOut } from "./take-out.ts";

export const help = `Takes records of a call out as a file: the same file as from the exports' page.

  npm run export -- --call nic-2024 --what applications --format xlsx --out FILE [options]

  --what WHAT        ${What.options.join(", ")}
  --format FORMAT    xlsx and json have all tables; csv (for a Norwegian Excel), csv-plain and jsonl have one
  --part KEY         which table a file of one has; without it the first
  --language LANG    of the headings: ${languages.join(", ")}; nb unless told
  --query QUERY      only some, as in a list's address: "level=impact&state=submitted"
  --table NAME       the table; without it the one that TABLE_NAME names
  --help             shows this

Ends with 0 when the file is there with every record it should have, else with 2 and no file.
`;

const formats = {
  xlsx: { kind: "xlsx", csv: "excel" },
  csv: { kind: "csv", csv: "excel" },
  "csv-plain": { kind: "csv", csv: "plain" },
  jsonl: { kind: "jsonl", csv: "excel" },
  json: { kind: "json", csv: "excel" },
} as const;
const formatNames = ["xlsx", "csv", "csv-plain", "jsonl", "json"] as const satisfies (keyof typeof formats)[];

const text = { type: "string" } as const;
const options = {
  ...{
    call: text,
    what: text,
    format: text,
    part: text,
    language: text,
    query: text,
    table: text,
    out: text,
  },
  help: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof given<typeof options>>;

const wantedOf = ({ call, what, format, part, language = "nb", query, out }: Values): TakenOut => {
  const { kind, csv } = formats[oneOf("format", formatNames, format)];
  if (!out) throw new CannotRead("Say --out, the file to write.");
  return {
    callId: callNamed(call).id,
    what: oneOf("what", What.options, what),
    ...{ kind, how: { csv, table: part }, out },
    language: oneOf("language", languages, language),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
};

/** What `npm run export` does with its command line. */
export const exportCommand = async (parameters: readonly string[]): Promise<Ending> => {
  try {
    const values = given(parameters, options);
    if (values.help) return { code: 0, out: help, complaint: "" };
    const wanted = wantedOf(values);
    const { headers, bytes } = await takeOut(openTable(tableNamed(values.table)), wanted);
    const digest = createHash("sha256").update(bytes).digest("hex");
    const [expected, written] = [headers["x-expected-count"], headers["x-written-count"]];
    const out = `${written} of ${expected} records written\n${digest}  ${wanted.out}\n`;
    return { code: 0, out, complaint: "" };
  } catch (error) {
    return { code: 2, out: "", complaint: explained(error) };
  }
};
