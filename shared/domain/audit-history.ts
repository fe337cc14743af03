import type { ApplicationId } from "./application.ts";
import type { Flaw } from "./break.ts";
import { beginningOf, digestOf, type Head, type Link } from "./history.ts";
import type { Kept, Stored } from "./stored.ts";

const flawsOfLink = (
  id: ApplicationId,
  { number, is: link }: Kept<Link>,
  before: Link | undefined,
): readonly Flaw[] => {
  if (number === 0) return [{ code: "event-out-of-place", number }];
  if (!link) return [{ code: "event-changed", number }];
  const isChanged = digestOf(id, link) !== link.digest;
  const isMoved = link.number !== number || (before && link.previous !== before.digest);
  const beginsElsewhere = number === 1 && link.previous !== beginningOf(id);
  return [
    ...(isChanged ? [{ code: "event-changed", number } as const] : []),
    ...(isMoved ? [{ code: "event-out-of-place", number } as const] : []),
    ...(beginsElsewhere ? [{ code: "beginning-differs", number } as const] : []),
  ];
};

/** The first event of each gap; an application has one event at least. */
const gapsIn = (links: readonly Kept<Link>[]): readonly Flaw[] => {
  const numbers = [0, ...links.map(({ number }) => number).filter((number) => number > 0)];
  const gaps = numbers.slice(0, -1).flatMap((number, i) => {
    const next = numbers[i + 1] ?? number;
    return next > number + 1 ? [{ code: "event-missing", number: number + 1 } as const] : [];
  });
  return numbers.length === 1 ? [{ code: "event-missing", number: 1 }] : gaps;
};

const isAt = ({ number, is }: Kept<Link>, { revision, lastEvent }: Omit<Head, "id">): boolean =>
  number === revision && is?.digest === lastEvent;

/** What is wrong with a history by itself, with its application's last event, and with the last one that was seen before. */
export const auditHistory = ({ id, links: unsorted, application, earlier }: Stored): readonly Flaw[] => {
  const links = unsorted.toSorted((a, b) => a.number - b.number);
  const byNumber = new Map(links.map(({ number, is }) => [number, is]));
  const ofLinks = links.flatMap((kept) => flawsOfLink(id, kept, byNumber.get(kept.number - 1)));
  const last = links.at(-1);
  const headDiffers = typeof application === "object" && last && !isAt(last, application);
  const isRewritten = earlier && !links.some((kept) => isAt(kept, earlier));
  return [
    ...gapsIn(links),
    ...ofLinks,
    ...(headDiffers ? [{ code: "head-differs", number: application.revision } as const] : []),
    ...(isRewritten ? [{ code: "history-rewritten", number: earlier.revision } as const] : []),
  ];
};
