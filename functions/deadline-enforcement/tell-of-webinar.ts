import { isAfter } from "#shared/domain/time.ts";
import { settles } from "#shared/domain/webinar-notices.ts";
import { log } from "#shared/http/log.ts";
import { tellOfChange } from "#shared/records/webinar-notices.ts";
import { readWebinar } from "#shared/records/webinars.ts";
import { doOnce } from "./once.ts";
import { forEachWebinar } from "./webinars.ts";

/** Tells whom the last change of a webinar concerns, where whoever made it did not get through them all. */
export const tellOfWebinarChanges = forEachWebinar(async ({ table, at }, call) => {
  const record = await readWebinar(table, call);
  const last = record.changes.at(-1);
  if (!last) return;
  const { sequence } = last;
  await doOnce(table, call, `webinar-told.${call.webinar.id}.${sequence}`, async () => {
    await tellOfChange(table, call, record, { at });
    const isSettled = !isAfter(last.at.add(settles), at);
    if (isSettled) log("webinar.told", { callId: call.id, sequence });
    return isSettled;
  });
});
