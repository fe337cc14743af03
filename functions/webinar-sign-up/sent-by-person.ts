import * as z from "zod";
import { duration, type Instant, InstantText, isAfter } from "#shared/domain/time.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { Asked } from "#shared/http/request.ts";

/** Nobody reads and fills in the form faster. */
const quickest = duration({ seconds: 3 });

/** What the page adds to the form by itself: when it was made, and a question that only a program sees. */
const Marks = z.object({ opened: z.string().catch(""), homepage: z.string().catch("") });

export interface Sent {
  /** Without the marks. */
  readonly body: AnyRecord;
  readonly byPerson: boolean;
  /** When the page was made, as far as that can be believed: a page drawn again keeps it, so that no wait begins anew. */
  readonly opened: Instant;
}

const openedIn = (text: string, at: Instant): Instant => {
  const read = InstantText.safeParse(text);
  return read.success && !isAfter(read.data, at) ? read.data : at;
};

/**
 * Whether a form looks as if a person had filled it in. Both marks can be forged by who means to; what stops them is the limits. A program
 * that sends JSON says what it is, and has only those.
 */
export const readSent = ({ body: { opened, homepage, ...body }, posted, at }: Asked): Sent => {
  const marks = Marks.parse({ opened, homepage });
  const since = openedIn(marks.opened, at);
  const inTime = !isAfter(since.add(quickest), at);
  return { body, byPerson: posted.length === 0 || (inTime && marks.homepage === ""), opened: since };
};
