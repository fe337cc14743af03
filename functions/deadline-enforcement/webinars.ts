import { isOver, keptFor } from "#shared/domain/webinar.ts";
import { log } from "#shared/http/log.ts";
import { deleteCirculars } from "#shared/records/circulars.ts";
import { deleteNeeds } from "#shared/records/needs.ts";
import { promoteWaiting } from "#shared/records/places.ts";
import { deleteRegistrations } from "#shared/records/registrations-deleted.ts";
import type { Duty } from "./enforce.ts";
import { forEachCall } from "./once.ts";
import type { Around, OpenCall } from "./terms.ts";

/** Many more than come free in a quarter of an hour; the next run goes on. */
const mostPlaces = 500;

/** A duty towards the webinar of each call, whichever fails. */
export const forEachWebinar =
  (deed: (around: Around, call: OpenCall["call"]) => Promise<void>): Duty =>
  (around) =>
    forEachCall(around, async ({ call }) => {
      await deed(around, call);
      return "done";
    });

/** Gives places that came free when whoever freed them was broken off, or when there became more of them. */
export const givePlaces = forEachWebinar(async ({ table, at }, call) => {
  const promoted = await promoteWaiting(table, call, { at, most: mostPlaces });
  if (promoted > 0) log("places.given", { callId: call.id, promoted });
});

/** Deletes what participants told us they need, and later that they took part at all, and what staff wrote to them. */
export const forgetParticipants = forEachWebinar(async ({ table, at }, { id: callId, webinar }) => {
  if (!isOver(webinar, keptFor.needs, at)) return;
  const needs = await deleteNeeds(table, webinar.id);
  if (needs > 0) log("needs.deleted", { callId, needs });
  if (!isOver(webinar, keptFor.registrations, at)) return;
  const { deleted, waiting } = await deleteRegistrations(table, callId);
  if (deleted + waiting > 0) log("registrations.deleted", { callId, registrations: deleted, waiting });
  const circulars = await deleteCirculars(table, callId);
  if (circulars > 0) log("circulars.deleted", { callId, circulars });
});
