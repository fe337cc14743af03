import { access, mkdir, rename, rm } from "node:fs/promises";
import { type Bucket, openBucket } from "#shared/files/bucket.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { openTable } from "#shared/records/table.ts";
import type { Ending } from "./ending.ts";
import { explained } from "./given.ts";
import { help, type Options, readOptions } from "./hand-over-options.ts";
import { type Outcome, writePackage } from "./noark/package.ts";
import { CannotRead } from "./source.ts";

/** Has a folder filled under another name. It is there whole, or not at all. */
const whole = async (out: string, fill: (folder: string) => Promise<Outcome>): Promise<Outcome> => {
  const isThere = await access(out).then(
    () => true,
    () => false,
  );
  if (isThere) throw new CannotRead(`There is something at ${out} already.`);
  const unfinished = `${out}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    const outcome = await fill(unfinished);
    if (outcome.faults.length === 0) await rename(unfinished, out);
    return outcome;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

const run = async (
  { callId, siteUrl, at, out, creator, language, schemas, ...from }: Options,
  open: (name: string) => Bucket,
): Promise<Outcome> => {
  const table = openTable(from.table);
  const definition = await findCallInForce(table, callId);
  if (!definition) throw new CannotRead(`There is no call ${callId}.`);
  const { call, secrets } = definition;
  const over = { call, language, at, creator: { id: creator, name: call.organisers[language] } };
  const around = { table, bucket: open(from.bucket), siteUrl };
  return await whole(out, (folder) => writePackage(folder, { around, over, secrets }, schemas));
};

const told = ({ expected, written, faults, sha256 }: Outcome, out: string): Ending => {
  const of = (what: keyof typeof written) => `${written[what]} of ${expected[what]}`;
  const sum = `${of("cases")} applications, ${of("posts")} submissions, ${of("documents")} files written\n`;
  return faults.length > 0
    ? { code: 1, out: sum, complaint: `${faults.join("\n")}\nNo package was kept.\n` }
    : { code: 0, out: `${sum}${sha256}  ${out}/avleveringspakke/arkivuttrekk.xml\n`, complaint: "" };
};

/** What `npm run hand-over` does with its command line. */
export const handOverCommand = async (
  parameters: readonly string[],
  open: (name: string) => Bucket = openBucket,
): Promise<Ending> => {
  try {
    const options = readOptions(parameters);
    if (options === "help") return { code: 0, out: help, complaint: "" };
    return told(await run(options, open), options.out);
  } catch (error) {
    return { code: 2, out: "", complaint: explained(error) };
  }
};
