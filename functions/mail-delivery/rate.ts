import { duration, type Instant } from "#shared/domain/time.ts";
import { log } from "#shared/http/log.ts";
import { type Post, sendRate } from "#shared/mail/ses.ts";

const goodFor = duration({ minutes: 5 });

/** What the smallest account may send, for when SES has never told. */
const least = 1;

/** Asks SES how many mails a second the account may send, and remembers it for some minutes of the events' time. */
export const rememberedRate = (post: Post) => {
  let known: { readonly perSecond: number; readonly at: Instant } | undefined;
  const isGood = (at: Instant): boolean =>
    known !== undefined && known.at.since(at).abs().total("seconds") < goodFor.total("seconds");
  return async (at: Instant): Promise<number> => {
    if (known && isGood(at)) return known.perSecond;
    const perSecond = await sendRate(post);
    if (perSecond !== undefined) known = { perSecond, at };
    else log("mail.rate-unknown", { level: "WARN" });
    return known?.perSecond ?? least;
  };
};
