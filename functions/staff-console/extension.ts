import * as z from "zod";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { type ColleagueList, joinedIn } from "#shared/domain/colleague.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { decideExtension, Extension, extensionDetail } from "#shared/domain/extension.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import { eventBy } from "#shared/records/events.ts";
import { extend } from "#shared/records/extensions.ts";
import type { Table } from "#shared/records/table.ts";
import { backTo, drawApplication, type Found, findForStaff } from "./application.ts";
import { problemOf, readLater, type Typed } from "./later-form.ts";

/** To the owner, and to the colleagues who may write: they have the time too. */
const noticesOf = (
  { application, definition }: Found,
  list: ColleagueList,
  { until, reason, grantedAt }: Extension,
): readonly Message[] => {
  const { id, callId, reference, level, language, owner } = application;
  const last = lastInstantOf(until);
  const content = {
    ...{ kind: "extension-granted" as const, callId, applicationId: id, reference, level },
    ...{ deadline: lastInstantOf(definition.call.levels[level].deadline), until: last, reason },
  };
  const one = `extension-granted.${id}.${last.epochMilliseconds}`;
  const writers = joinedIn(list).filter(({ may }) => may === "edit");
  return [
    owe({ id: one, to: owner.email, language, content }, grantedAt),
    ...writers.map(({ id: colleague, person }) =>
      owe({ id: `${one}.${colleague}`, to: person.email, language, content }, grantedAt),
    ),
  ];
};

const refuseWith = async (
  asked: SignedIn,
  table: Table,
  found: Found,
  { refusal, ...given }: Typed & { readonly refusal: Refusal },
): Promise<Answer> =>
  asked.wantsJson
    ? refusal
    : { refusal, page: (await drawApplication(asked, table, found, { extension: given })).page };

const attempt = async (asked: SignedIn, table: Table): Promise<Answer | "changed"> => {
  const found = await findForStaff(asked, table);
  if (!found) return { reason: "not-found" };
  const { application, definition } = found;
  const { typed, problems, wanted } = readLater(asked.body, definition.call.timeZone);
  if (!wanted)
    return refuseWith(asked, table, found, {
      ...{ typed, problems },
      refusal: { reason: "problems-in-answers", problems },
    });
  const { id, name } = asked.person;
  const decided = decideExtension(asItHoldsFor(definition.call, application), application, {
    ...{ ...wanted, grantedBy: { id, name }, grantedAt: asked.at },
  });
  if (!decided.ok) {
    const { refusal } = decided;
    return refuseWith(asked, table, found, { typed, problems: [problemOf(refusal)], refusal });
  }
  const extension = decided.value;
  const kept = await extend(table, {
    application,
    extension,
    event: eventBy(asked, "extension-granted", extensionDetail(extension)),
    messages: noticesOf(found, await readColleagues(table, application.id), extension),
  });
  if (kept === "changed") return "changed";
  const deadline = InstantText.encode(lastInstantOf(extension.until));
  return {
    to: backTo(asked, application),
    json: { status: 200, body: { deadline, extension: z.encode(Extension, extension) } },
  };
};

/** Gives one application a later deadline. */
export const extendApplication = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(() => attempt(asked, table));
