import { rename, rm, writeFile } from "node:fs/promises";
import type { CallId } from "#shared/domain/call.ts";
import type { What } from "#shared/domain/export-job.ts";
import type { CallNumbers } from "#shared/domain/numbers.ts";
import type { Language } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { type ExportFile, type FileKind, fileOf, type How } from "#shared/exports/files.ts";
import { readTables, unbounded } from "#shared/exports/whole.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { readNumbers } from "#shared/records/numbers.ts";
import type { Table } from "#shared/records/table.ts";
import { CannotRead, progress } from "./source.ts";

export interface TakenOut {
  readonly callId: CallId;
  readonly what: What;
  readonly kind: FileKind;
  readonly how: How;
  /** Of the headings. */
  readonly language: Language;
  /** As in the address of a list: which records. */
  readonly query: Readonly<Record<string, string>>;
  /** Where the file is to be. */
  readonly out: string;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** How many records are read, as far as anybody has counted them. */
const totalOf = (what: What, { applications, registrations }: CallNumbers): number => {
  if (what === "registrations") return sum(Object.values(registrations));
  return what === "applications" ? sum(Object.values(applications).flatMap(Object.values<number>)) : 0;
};

/** Tells of every record that this table hands out from now on. */
const watch = ({ client }: Table, tell: (records: number) => void): void =>
  client.middlewareStack.add(
    (next) => async (given) => {
      const answer = await next(given);
      if ("Items" in answer.output) tell(answer.output.Items?.length ?? 0);
      return answer;
    },
    { step: "initialize", name: "watch" },
  );

/** After everything that has come. */
const always = instant("9999-12-31T00:00:00Z");

/** Writes the very file that staff get from the exports' page. It is there whole, or not at all. */
export const takeOut = async (
  table: Table,
  { callId, what, kind, how, language, query, out }: TakenOut,
): Promise<ExportFile> => {
  const definition = await findCallInForce(table, callId);
  if (!definition) throw new CannotRead(`There is no call ${callId}.`);
  const shown = progress(totalOf(what, await readNumbers(table, callId)));
  watch(table, shown.add);
  const all = await readTables(table, what, { definition, query, language, until: always }, unbounded);
  if (all === "too-much") throw new CannotRead("There is too much to read.");
  shown.end();
  const file = await fileOf(all, kind, how);
  if (!file)
    throw new CannotRead(`There is no part ${how.table}; there is ${all.map(({ key }) => key).join(", ")}.`);
  const unfinished = `${out}.unfinished`;
  try {
    await writeFile(unfinished, file.bytes);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return file;
};
