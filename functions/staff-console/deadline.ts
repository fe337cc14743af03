import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import { type Call, Level } from "#shared/domain/call.ts";
import {
  type CallDeadlines,
  inForce,
  Move,
  movedFrom,
  movesOf,
  Proposal,
} from "#shared/domain/call-deadlines.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { wordsFor } from "#shared/http/refusal-words.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { readCallDeadlines } from "#shared/records/call-deadlines.ts";
import type { Table } from "#shared/records/table.ts";
import { staffDeadlinePage } from "#web/staff/staff-deadline-page.tsx";
import { laterForm, nothingTyped, type Typed } from "./later-form.ts";

export interface OpenDeadlines {
  /** As it was announced. */
  readonly call: Call;
  readonly deadlines: CallDeadlines;
}

export const openDeadlines = async (asked: SignedIn, table: Table): Promise<OpenDeadlines | undefined> => {
  const call = findCall(asked.params["call"] ?? "")?.call;
  return call && { call, deadlines: await readCallDeadlines(table, call.id) };
};

/** How many a move would concern. */
const countsIn = async (table: Table, { call }: OpenDeadlines) => {
  const states = Map.groupBy(await applicationsOfCall(table, call.id), ({ state }) => state);
  const count = (state: "draft" | "expired" | "submitted"): number => states.get(state)?.length ?? 0;
  return { draft: count("draft"), expired: count("expired"), submitted: count("submitted") };
};

const read = async (table: Table, open: OpenDeadlines) => ({
  call: inForce(open.call, open.deadlines),
  moves: movesOf(open.call, open.deadlines.moves),
  counts: await countsIn(table, open),
});

export const showDeadline = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const open = await openDeadlines(asked, table);
  if (!open) return { reason: "not-found" };
  const { call, moves, counts } = await read(table, open);
  const { proposal, revision } = open.deadlines;
  return {
    page: () =>
      staffDeadlinePage(asked, {
        ...{ call, moves, counts, proposal, revision },
        ...{ form: laterForm, answers: nothingTyped.typed, problems: [] },
      }),
    json: () => ({
      revision,
      levels: Level.options.map((level) => ({ id: level, deadline: call.levels[level].deadline })),
      proposal: proposal && z.encode(Proposal, proposal),
      moves: moves.map((move) => ({ ...z.encode(Move, move), from: movedFrom(move) })),
      applications: counts,
    }),
  };
};

/** The page again, with what holds now, why nothing was done, and what was typed. */
export const refuseDeadline = async (
  asked: SignedIn,
  table: Table,
  open: OpenDeadlines,
  { refusal, given }: { readonly refusal: Refusal; readonly given?: Typed },
): Promise<Answer> => {
  if (asked.wantsJson) return refusal;
  const around = await read(table, open);
  const { proposal, revision } = open.deadlines;
  const { title, explanation } = wordsFor(refusal);
  return {
    refusal,
    page: () =>
      staffDeadlinePage(asked, {
        ...{ ...around, proposal, revision, form: laterForm },
        ...{ answers: given?.typed ?? nothingTyped.typed, problems: given?.problems ?? [] },
        ...(!given?.problems.length && { notice: { title, explanation } }),
        hasTyped: given !== undefined,
      }),
  };
};
