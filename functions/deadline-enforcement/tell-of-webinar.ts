import { isAfter } from "#shared/domain/time.ts";
import { settles } from "#shared/domain/webinar-notices.ts";
import { log } from "#shared/http/log.ts";
import { isDone, markDone } from "#shared/records/done.ts";
import { tellOfChange } from "#shared/records/webinar-notices.ts";
import { readWebinar } from "#shared/records/webinars.ts";
import { forEachWebinar } from "./webinars.ts";

/** Tells whom the last change of a webinar concerns, where whoever made it did not get through them all. */
export const tellOfWebinarChanges = forEachWebinar(async ({ table, at }, call) => {
  const record = await readWebinar(table, call);
  const last = record.changes.at(-1);
  if (!last) return;
  const action = `webinar-told.${call.webinar.id}.${last.sequence}`;
  if (await isDone(table, call.id, action)) return;
  await tellOfChange(table, call, record, { at });
  if (isAfter(last.at.add(settles), at)) return;
  await markDone(table, call.id, action);
  log("webinar.told", { callId: call.id, sequence: last.sequence });
});
