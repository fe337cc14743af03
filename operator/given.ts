import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { calls, findCall } from "#shared/calls/index.ts";
import type { Call } from "#shared/domain/call.ts";
import { CannotRead } from "./source.ts";

/** What a command line says; throws one clear sentence when it cannot be read. */
export const given = <Options extends ParseArgsOptionsConfig>(
  parameters: readonly string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: [...parameters], options }).values;
  } catch (error) {
    throw new CannotRead(error instanceof Error ? error.message : "The options cannot be read.");
  }
};

/** One of these words, or a sentence that names them. */
export const oneOf = <Word extends string>(
  option: string,
  words: readonly Word[],
  said: string | undefined,
): Word => {
  const found = words.find((word) => word === said);
  if (found) return found;
  throw new CannotRead(`Say --${option}, one of ${words.join(", ")}.`);
};

export const callNamed = (id: string | undefined): Call => {
  const found = id === undefined ? undefined : findCall(id);
  if (found) return found.call;
  const known = calls.map(({ call }) => call.id).join(", ");
  throw new CannotRead(
    id === undefined ? `Say --call, one of ${known}.` : `There is no call ${id}; there is ${known}.`,
  );
};

/** The table that is named, or else the one that TABLE_NAME names. */
export const tableNamed = (name: string | undefined): string => {
  const found = name ?? process.env["TABLE_NAME"];
  if (found) return found;
  throw new CannotRead("Say --table, or set TABLE_NAME.");
};

/** Why it went wrong, in a line for whoever ran it. */
export const explained = (error: unknown): string => {
  if (error instanceof CannotRead) return `${error.message}\n`;
  return `The records could not be read: ${error instanceof Error ? `${error.name}: ${error.message}` : error}\n`;
};
