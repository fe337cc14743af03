import { errorFields, log } from "#shared/http/log.ts";
import type { SignedIn } from "#shared/http/request.ts";

/** What a request may take on; deadline-enforcement does the rest. */
export const most = { promoted: 100, told: 300 };

/** What follows at once from what has been kept, as far as there is time. What it does not get done is owed still. */
export const follow = async ({ requestId }: SignedIn, deed: () => Promise<void>): Promise<void> => {
  try {
    await deed();
  } catch (error) {
    log("webinar.not-followed", { level: "WARN", requestId, ...errorFields(error) });
  }
};
