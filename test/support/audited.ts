import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { auditApplication } from "#shared/domain/audit.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { Stored } from "#shared/domain/stored.ts";
import { type Made, storedOf } from "./histories.ts";

/** What an audit finds, and the numbers it concerns. */
export const codesOf = (stored: Stored) =>
  auditApplication(stored, nic2024.call).map(({ code, number }) => [code, number]);
export const codesIn = (made: Made) => codesOf(storedOf(made));
export const namesIn = (stored: Stored) => auditApplication(stored, nic2024.call).map(({ code }) => code);

export const other = sha256("something else");

/** One of a list replaced by another. */
export const changed = <One>(all: readonly One[], at: number, change: (one: One) => One): readonly One[] =>
  all.map((one, i) => (i === at ? change(one) : one));

export const pick = (all: readonly unknown[], choice: number): number => choice % all.length;
