import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import type { OrganisationNumber, RegisterAnswer } from "#shared/domain/organisation.ts";
import { readEntity } from "./entity.ts";

/** Milliseconds. The register publishes no limits, so we are careful: it must bear us, and nobody must wait for it. */
export const carefulTimes = { oneTry: 3000, allTries: 4000, restAfterTrouble: 30_000 };

const mostAtOnce = 4;
const mostWaiting = 200;
const retries = 2;
const troublesInARow = 5;

export interface Register {
  /** Never rejects: no answer is an answer too. */
  readonly ask: (number: OrganisationNumber) => Promise<RegisterAnswer>;
}

const policyWith = ({ oneTry, allTries, restAfterTrouble }: typeof carefulTimes) =>
  wrap(
    bulkhead(mostAtOnce, mostWaiting),
    circuitBreaker(handleAll, {
      halfOpenAfter: restAfterTrouble,
      breaker: new ConsecutiveBreaker(troublesInARow),
    }),
    timeout(allTries, TimeoutStrategy.Aggressive),
    retry(handleAll, { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: 50 }) }),
    timeout(oneTry, TimeoutStrategy.Aggressive),
  );

const askOnce = async (
  address: string,
  number: OrganisationNumber,
  signal: AbortSignal,
): Promise<RegisterAnswer> => {
  const response = await fetch(`${address}/enheter/${encodeURIComponent(number)}`, {
    headers: { accept: "application/json", "user-agent": "opptak" },
    redirect: "error",
    signal,
  });
  if (response.status === 200) return readEntity(await response.json(), number);
  if (response.status === 410) return { state: "removed" };
  if (response.status === 404 || response.status === 400) return { state: "never-existed" };
  throw new Error(`The register answered ${response.status}`);
};

/** Enhetsregisteret at an address such as https://data.brreg.no/enhetsregisteret/api. When it is in trouble it is left alone for a while. */
export const openRegister = (address: string, times = carefulTimes): Register => {
  const policy = policyWith(times);
  return {
    ask: async (number) => {
      try {
        return await policy.execute(({ signal }) => askOnce(address, number, signal));
      } catch {
        return { state: "unreachable" };
      }
    },
  };
};
