import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { Language } from "#shared/domain/text.ts";
import { type Instant, isAfter, readZoned } from "#shared/domain/time.ts";
import { yearOf } from "./values.ts";

/** What is handed over, when, on whose behalf and in which language. */
export interface HandOver {
  readonly call: Call;
  readonly language: Language;
  readonly at: Instant;
  /** Who made the archive. */
  readonly creator: { readonly id: string; readonly name: string };
}

/** A number in its year, in the order things were received. */
interface Numbered {
  readonly year: number;
  readonly sequence: number;
}

/** One submission, as the journals have it. */
export interface Post extends Numbered {
  readonly number: number;
  readonly receivedAt: Instant;
  readonly level: string;
  readonly organisation: string;
}

/** One application with all its submissions, the first first. */
export interface Case extends Numbered {
  readonly application: Application;
  readonly posts: readonly Post[];
}

export interface SentApplication {
  readonly application: Application;
  readonly receipts: readonly Receipt[];
}

const inOrder = (a: { at: Instant; name: string }, b: { at: Instant; name: string }): number => {
  if (isAfter(a.at, b.at)) return 1;
  if (isAfter(b.at, a.at)) return -1;
  return a.name < b.name ? -1 : 1;
};

/** Gives each a number in its year: first come, first numbered. */
const numbered = (
  all: readonly { readonly at: Instant; readonly name: string }[],
  timeZone: string,
): ReadonlyMap<string, Numbered> => {
  const last = new Map<number, number>();
  return new Map(
    all.toSorted(inOrder).map(({ at, name }) => {
      const year = yearOf(at, timeZone);
      const sequence = (last.get(year) ?? 0) + 1;
      last.set(year, sequence);
      return [name, { year, sequence }];
    }),
  );
};

const postName = ({ reference, number }: Receipt): string =>
  `${reference} ${String(number).padStart(6, "0")}`;

const receivedAt = (receipt: Receipt): Instant => readZoned(receipt.receivedAt).at;

/** Every application that has been sent, numbered, in the order they were first received. */
export const casesOf = ({ call, language }: HandOver, sent: readonly SentApplication[]): readonly Case[] => {
  const { timeZone } = call;
  const firsts = sent.flatMap(({ application, receipts: [first] }) =>
    first ? [{ at: receivedAt(first), name: application.reference }] : [],
  );
  const all = sent.flatMap(({ receipts }) => receipts);
  const cases = numbered(firsts, timeZone);
  const posts = numbered(
    all.map((receipt) => ({ at: receivedAt(receipt), name: postName(receipt) })),
    timeZone,
  );
  const none = { year: 0, sequence: 0 };
  return sent
    .map(({ application, receipts }) => ({
      application,
      ...(cases.get(application.reference) ?? none),
      posts: receipts.map((receipt) => ({
        ...(posts.get(postName(receipt)) ?? none),
        number: receipt.number,
        receivedAt: receivedAt(receipt),
        level: call.levels[receipt.level].name[language],
        organisation: receipt.applicant.organisation.trim() || application.reference,
      })),
    }))
    .toSorted((a, b) => a.year - b.year || a.sequence - b.sequence);
};
