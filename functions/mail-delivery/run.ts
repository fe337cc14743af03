import type { Instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { takeMailPlaces } from "#shared/records/mail-pace.ts";
import type { Seen } from "#shared/records/message-tries.ts";
import { type Delivery, deliver, type Outcome } from "./deliver.ts";

export interface Sending extends Delivery {
  /** How many mails a second the account may send. */
  readonly perSecond: (at: Instant) => Promise<number>;
}

/** After so many failures one after the other that are not the messages' own, the rest waits: SES is down, and each try takes time. */
const mostInARow = 3;

export interface Run {
  /** Deals with one message, or leaves it for the minutely run. False when it broke. */
  readonly take: (message: Seen, at: Instant) => Promise<boolean>;
}

const tryToDeliver = async (sending: Sending, message: Seen, at: Instant): Promise<Outcome | "broke"> => {
  try {
    return await deliver(sending, message, at);
  } catch (error) {
    log("message.failed", { level: "ERROR", messageId: message.id, ...errorFields(error) });
    return "broke";
  }
};

/** One after the other, as many as there are places for. Nobody waits here: what is left stays due. */
export const startRun = async (sending: Sending, wanted: number, at: Instant): Promise<Run> => {
  const perSecond = wanted > 0 ? await sending.perSecond(at) : 0;
  let places = wanted > 0 ? await takeMailPlaces(sending.table, { perSecond, wanted, at }) : 0;
  let inARow = 0;
  return {
    take: async (message, now) => {
      if (places === 0 || inARow === mostInARow) return true;
      places -= 1;
      const outcome = await tryToDeliver(sending, message, now);
      if (outcome === "busy") places = 0;
      inARow = outcome === "not-taken" ? inARow + 1 : 0;
      return outcome !== "broke";
    },
  };
};
