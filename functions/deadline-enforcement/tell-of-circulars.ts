import { log } from "#shared/http/log.ts";
import { circularsOf, tellOfCircular } from "#shared/records/circulars.ts";
import { doOnce } from "./once.ts";
import { forEachWebinar } from "./webinars.ts";

/** Owes the receivers of what staff wrote their mail of it, where the request that confirmed it did not get through them all. */
export const tellOfCirculars = forEachWebinar(async ({ table, at }, call) => {
  for (const circular of await circularsOf(table, call.id))
    await doOnce(table, call, `circular-told.${circular.id}`, async () => {
      await tellOfCircular(table, call.webinar, circular, { at });
      log("circular.told", {
        callId: call.id,
        circularId: circular.id,
        receivers: circular.receivers.length,
      });
      return true;
    });
});
