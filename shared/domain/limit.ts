import { sha256 } from "./digest.ts";
import type { EmailAddress } from "./person.ts";
import { duration, type Instant, instant } from "./time.ts";

/** How often something may be done within an hour, and whose tries are counted: a digest, so that the count names nobody. */
export interface Limit {
  readonly of: string;
  readonly most: number;
}

/** Each try can send a mail to the address, which may be somebody else's. */
const mostToAnAddress = 5;
/** A whole office behind one address signs up in the hour the news comes. */
const mostFromANetwork = 100;

export const limitOfAddress = (email: EmailAddress): Limit => ({
  of: sha256(`address#${email}`),
  most: mostToAnAddress,
});

export const limitOfNetwork = (network: string): Limit => ({
  of: sha256(`network#${network}`),
  most: mostFromANetwork,
});

const hour = duration({ hours: 1 });

/** Tries are counted by the clock's hours: when this one began, and when one may try again. */
export const hourOf = (at: Instant): { readonly from: Instant; readonly until: Instant } => {
  const from = instant(Math.floor(at.epochMilliseconds / 3_600_000) * 3_600_000);
  return { from, until: from.add(hour) };
};
