import { duration } from "#shared/domain/time.ts";

/** Longer than the gateway lets any request take, so that what arrived in time has been decided before anything is tidied up. */
export const grace = duration({ seconds: 60 });
