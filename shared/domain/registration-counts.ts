import type { Registration } from "./registration.ts";
import { dateAt } from "./time.ts";

/** How many registrations there are of something, in each state. */
export interface Count {
  readonly name: string;
  readonly registered: number;
  readonly waiting: number;
  readonly cancelled: number;
}

const countOf = (name: string, all: readonly Registration[]): Count => {
  const of = (state: Registration["state"]): number => all.filter((one) => one.state === state).length;
  return { name, registered: of("registered"), waiting: of("waiting"), cancelled: of("cancelled") };
};

const { compare } = new Intl.Collator("nb", { numeric: true });
const sizeOf = ({ registered, waiting }: Count): number => registered + waiting;

/** The same organisation whatever it was called, if it gave its number; else by its name, whatever the letters. */
const organisationOf = ({ organisation, organisationNumber }: Registration): string =>
  organisationNumber || organisation.trim().toLocaleLowerCase("nb");

/** Counted by the day they came, the first first, and by organisation, the largest first. */
export const countRegistrations = (
  all: readonly Registration[],
  timeZone: string,
): { readonly days: readonly Count[]; readonly organisations: readonly Count[] } => {
  const days = Map.groupBy(all, ({ registeredAt }) => dateAt(registeredAt, timeZone));
  const inOrder = all.toSorted((a, b) => a.registeredAt.epochMilliseconds - b.registeredAt.epochMilliseconds);
  // By the name that the first of them gave.
  const organisations = Map.groupBy(inOrder, organisationOf);
  return {
    days: [...days].map(([name, those]) => countOf(name, those)).toSorted((a, b) => compare(a.name, b.name)),
    organisations: [...organisations.values()]
      .map((those) => countOf(those[0]?.organisation ?? "", those))
      .toSorted((a, b) => sizeOf(b) - sizeOf(a) || compare(a.name, b.name)),
  };
};
