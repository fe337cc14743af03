import { latenessOf } from "#shared/domain/attempt.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Language, t } from "#shared/domain/text.ts";
import { InstantText } from "#shared/domain/time.ts";
import { showLateness } from "#shared/form/durations.ts";
import { showInstant } from "#shared/form/moments.ts";
import type { Asked } from "./request.ts";
import { zone } from "./time-refusals.ts";

/** What can be quoted in a complaint about an attempt that was refused or failed. */
export interface Evidence {
  readonly requestId: string;
  readonly receivedAt: string;
  /** Milliseconds after the deadline. */
  readonly lateMs?: number;
  /** The same in words. */
  readonly message: string;
}

type What = Pick<Asked, "at" | "requestId" | "language">;

const sentence = ({ at, requestId, language }: What, lateMs: number | undefined): string => {
  const when = (to: Language) => {
    const shown = showInstant(at, zone, to, "millisecond");
    return lateMs === undefined ? shown : `${shown}, ${showLateness(lateMs, to)}`;
  };
  return t(
    `Forsøket er notert: Det kom fram til oss ${when("nb")}. Oppgi forespørsel ${requestId} hvis dere vil klage.`,
    `Forsøket er notert: Det kom fram til oss ${when("nn")}. Oppgje førespurnad ${requestId} om de vil klage.`,
    `The attempt is on record: it reached us ${when("en")}. Quote request ${requestId} if you wish to complain.`,
  )[language];
};

/**
 * The evidence of an attempt, said alike whether or not it could be written down. There is none of what another site's page posted,
 * nor where nothing is to be found: that would tell what exists.
 */
export const evidenceOf = (asked: What, refusal: Refusal | "failed"): Evidence | undefined => {
  const reason = refusal === "failed" ? refusal : refusal.reason;
  if (reason === "foreign-origin" || reason === "not-found") return undefined;
  const lateMs =
    refusal !== "failed" && refusal.reason === "deadline-passed" ? latenessOf(refusal) : undefined;
  return {
    requestId: asked.requestId,
    receivedAt: InstantText.encode(asked.at),
    ...(lateMs !== undefined && { lateMs }),
    message: sentence(asked, lateMs),
  };
};
