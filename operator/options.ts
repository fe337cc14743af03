import type { Call } from "#shared/domain/call.ts";
import { callNamed, given } from "./given.ts";
import { CannotRead } from "./source.ts";

export const help = `Goes through the histories, submissions and receipts of a call and names everything that is not as it was written.

  npm run audit -- --call nic-2024 [options]

  --call ID          the call (required)
  --table NAME       the table; without it the one that TABLE_NAME names
  --export FOLDER    instead of a table, an export of it to S3 that has been downloaded: the folder with data/*.json.gz
  --keys URL|FILE    the public keys of receipts (JWK Set); without them no signature is checked
  --since FILE       what an earlier audit wrote with --json: histories written anew since then are found
  --json             writes one JSON object
  --help             shows this

Ends with 0 when there is no break, 1 when there are some, 2 when something could not be read.
docs/runbook.md says what each break means and what to do.
`;

export interface Options {
  readonly call: Call;
  readonly from: { readonly table: string } | { readonly folder: string };
  readonly keys: string | undefined;
  readonly since: string | undefined;
  readonly json: boolean;
}

const whereFrom = (table: string | undefined, folder: string | undefined): Options["from"] => {
  if (folder !== undefined && table !== undefined) throw new CannotRead("Say --table or --export, not both.");
  if (folder !== undefined) return { folder };
  const name = table ?? process.env["TABLE_NAME"];
  if (!name) throw new CannotRead("Say --table or --export, or set TABLE_NAME.");
  return { table: name };
};

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const options = { call: text, table: text, export: text, keys: text, since: text, json: flag, help: flag };

/** Reads the command line; "help" when that is what was asked for. Throws one clear sentence. */
export const readOptions = (parameters: readonly string[]): Options | "help" => {
  const values = given(parameters, options);
  if (values.help) return "help";
  return {
    call: callNamed(values.call),
    from: whereFrom(values.table, values.export),
    keys: values.keys,
    since: values.since,
    json: values.json,
  };
};
