import type { Instant } from "#shared/domain/time.ts";

/** The attribute with the second since 1970 after which DynamoDB may remove an item. */
export const timeToLiveAttribute = "ttl";

export const timeToLive = (until: Instant) => ({
  [timeToLiveAttribute]: Math.ceil(until.epochMilliseconds / 1000),
});
