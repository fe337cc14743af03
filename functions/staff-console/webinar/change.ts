import * as z from "zod";
import {
  decideWebinar,
  heardOf,
  type WebinarChange,
  type WebinarRecord,
  webinarInForce,
} from "#shared/domain/webinar.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { eventBy } from "#shared/records/events.ts";
import { promoteWaiting } from "#shared/records/places.ts";
import type { Table } from "#shared/records/table.ts";
import { tellOfChange } from "#shared/records/webinar-notices.ts";
import { keepWebinar } from "#shared/records/webinars.ts";
import { staffWebinarConfirmPage } from "#web/staff/staff-webinar-confirm-page.tsx";
import { follow, most } from "./follow.ts";
import { readChange } from "./read-change.ts";
import { countsOf, type Given, type OpenWebinar, openWebinar, refuseChange } from "./show.ts";

const Asked = z.object({
  action: z.enum(["places", "join-link", "recording", "move", "call-off"]),
  /** The revision that was on the page that asked once more. */
  confirmed: z.coerce.number().int().min(0).optional(),
});
type Action = z.infer<typeof Asked>["action"];

const addressOf = (asked: SignedIn, { call }: OpenWebinar): string =>
  `/staff/calls/${call.id}/webinar?lang=${asked.language}`;

interface Wanted {
  readonly action: Action;
  readonly change: WebinarChange;
  readonly given: Given | undefined;
}

/** Asks once more, and says how many get a mail. */
const ask = async (
  asked: SignedIn,
  table: Table,
  open: OpenWebinar,
  wanted: Wanted & { readonly after: WebinarRecord },
): Promise<Answer> => {
  const { registered, waiting } = await countsOf(table, open);
  const { action, change, given, after } = wanted;
  const receivers = { registered, waiting: heardOf(change) === "join-link" ? 0 : waiting };
  const { revision } = open.record;
  return {
    page: () =>
      staffWebinarConfirmPage(asked, {
        ...{ call: open.call, webinar: webinarInForce(open.announced, after), action, revision, receivers },
        typed: given?.typed ?? {},
      }),
    json: () => ({ confirm: revision, receivers }),
  };
};

const followed = async (
  { at }: SignedIn,
  table: Table,
  { announced }: OpenWebinar,
  after: WebinarRecord,
  { change }: Wanted,
): Promise<void> => {
  if (change.places !== undefined)
    await promoteWaiting(table, { webinar: webinarInForce(announced, after) }, { at, most: most.promoted });
  if (heardOf(change)) await tellOfChange(table, announced, after, { at, most: most.told });
};

const make = async (
  asked: SignedIn,
  table: Table,
  open: OpenWebinar,
  wanted: Wanted & { readonly confirmed: number | undefined },
): Promise<Answer | "changed"> => {
  const { action, change, given, confirmed } = wanted;
  const done = (revision: number): Answer => ({
    to: addressOf(asked, open),
    json: { status: 200, body: { revision } },
  });
  if (Object.keys(change).length === 0) return done(open.record.revision);
  const decided = decideWebinar(open.announced, open.record, change, asked.at);
  if (!decided.ok) return refuseChange(asked, table, open, { refusal: decided.refusal, given });
  const after = decided.value;
  if (heardOf(change) && confirmed !== open.record.revision)
    return ask(asked, table, open, { ...wanted, after });
  if ((await keepWebinar(table, after, eventBy(asked, "webinar-changed", action))) === "changed")
    return "changed";
  await follow(asked, () => followed(asked, table, open, after, wanted));
  return done(after.revision);
};

const attempt = async (
  asked: SignedIn,
  table: Table,
  { action, confirmed }: z.infer<typeof Asked>,
  body: AnyRecord,
) => {
  const open = await openWebinar(asked, table);
  if (!open) return { reason: "not-found" } as const;
  if (action === "call-off")
    return make(asked, table, open, {
      action,
      confirmed,
      given: undefined,
      change: { cancelledAt: asked.at },
    });
  const { typed, problems, change } = readChange(action, body, open.call.webinar, asked.at);
  const given = { name: action, typed, problems };
  return change
    ? make(asked, table, open, { action, confirmed, given, change })
    : refuseChange(asked, table, open, { refusal: { reason: "problems-in-answers", problems }, given });
};

/** Changes one thing of the webinar. What everybody registered is told of is asked about once more. */
export const changeWebinar = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const read = Asked.safeParse(asked.body);
  if (!read.success) return { reason: "malformed-request" };
  const { action: _, confirmed: __, ...body } = asked.body;
  return untilSettled(() => attempt(asked, table, read.data, body));
};
