import type { Event } from "#shared/domain/event.ts";
import { hasLostItsKey, type Message } from "#shared/domain/message.ts";
import { refuse } from "#shared/domain/result.ts";
import { sendAgain } from "#shared/domain/sending-again.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { saidIn } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { recordLook } from "#shared/records/looks.ts";
import { oweAgain } from "#shared/records/message-again.ts";
import type { Table } from "#shared/records/table.ts";
import type { Said } from "#web/staff/said.tsx";
import { staffMessagePage } from "#web/staff/staff-message-page.tsx";
import { type FoundMessage, findForStaff } from "./find.ts";
import { renewed } from "./renewed.ts";

/** What it says, made from its content as it was when it was sent. A reminder is not written before it is. */
const saidOf = (message: Message, siteUrl: string): Said | undefined => {
  if (message.content.kind === "reminder" && !message.content.found) return undefined;
  return saidIn(letterOf(message, siteUrl));
};

const note = (table: Table, { application, call }: FoundMessage, event: Event): Promise<unknown> =>
  application ? recordLook(table, application, event) : recordEvent(table, call.id, event);

/** The message once more, if that can be done, and the change of a registration that goes with it. */
const again = async (asked: SignedIn, table: Table, { message, all }: FoundMessage) => {
  const anew = hasLostItsKey(message) ? await renewed(table, message.content, asked.at) : undefined;
  if (anew === "not-true") return { decided: refuse(anew) };
  return { decided: sendAgain(message, all, asked.at, anew?.content), change: anew?.change };
};

const draw = async (asked: SignedIn, table: Table, found: FoundMessage, siteUrl: string): Promise<Answer> => {
  const { message } = found;
  const said = saidOf(message, siteUrl);
  const { decided } = await again(asked, table, found);
  const whyNot = decided.ok ? undefined : decided.refusal;
  return {
    page: () => staffMessagePage(asked, { ...found, said, whyNot }),
    json: () => {
      const { id, to, state, attempts, maybeTwice = 0 } = message;
      return { id, to, state, attempts, maybeTwice, ...said, whyNot };
    },
  };
};

/** One message: what became of it, and what it said. */
export const showMessage = async (asked: SignedIn, table: Table, siteUrl: string): Promise<Answer> => {
  const found = await findForStaff(asked, table);
  if (!found) return { reason: "not-found" };
  await note(table, found, eventBy(asked, "message-viewed", found.message.id));
  return draw(asked, table, found, siteUrl);
};

/** Owes the same once more, unless one like it is owed. Pressing twice is pressing once. */
export const repeatMessage = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(async () => {
    const found = await findForStaff(asked, table);
    if (!found) return { reason: "not-found" };
    const { message, application, call, ownerKey, place } = found;
    const to = `/staff${place}?lang=${asked.language}`;
    const { decided, change } = await again(asked, table, found);
    if (!decided.ok) return { to, json: { status: 200, body: { id: message.id, whyNot: decided.refusal } } };
    const { id } = decided.value;
    const kept = await oweAgain(table, application ? { application } : { callId: call.id, change }, {
      ...{ message: decided.value, ownerKey, event: eventBy(asked, "message-sent-again", message.id) },
    });
    return kept === "changed" ? kept : { to, json: { status: 201, body: { id } } };
  });
