import * as z from "zod";
import type { Application, ApplicationId } from "./application.ts";
import { canonicalJson, Sha256, sha256 } from "./digest.ts";
import { Event } from "./event.ts";

/** An event in its place in an application's history: with the digest of the one before, and its own over that and all it says. */
export const Link = Event.extend({ number: z.int().min(1), previous: Sha256, digest: Sha256 });
export type Link = z.infer<typeof Link>;

/** As much of an application as its history hangs on: how many events there are, and the digest of the last. */
export type Head = Pick<Application, "id" | "revision" | "lastEvent">;

/** What stands in place of an event before the first. No two applications have the same, so that no history can be put in another's place. */
export const beginningOf = (id: ApplicationId): string => sha256(`history of ${id}`);

const Unlinked = Link.omit({ digest: true });

/** What a link's digest must be: SHA-256 of the canonical JSON of the application's id and all of the link but its digest. */
export const digestOf = (id: ApplicationId, link: z.infer<typeof Unlinked>): string =>
  sha256(canonicalJson({ applicationId: id, ...z.encode(Unlinked, link) }));

/** The event as the next in the history. */
export const nextLink = ({ id, revision, lastEvent }: Head, event: Event): Link => {
  const link = { ...event, number: revision + 1, previous: lastEvent };
  return { ...link, digest: digestOf(id, link) };
};

/** The application after these events. */
export const withLinks = <Kept extends Head>(application: Kept, links: readonly Link[]): Kept => {
  const last = links.at(-1);
  return last ? { ...application, revision: last.number, lastEvent: last.digest } : application;
};
