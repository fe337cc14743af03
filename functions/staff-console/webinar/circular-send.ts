import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Call } from "#shared/domain/call.ts";
import { type Circular, CircularId, type CircularWords, isMeantFor } from "#shared/domain/circular.ts";
import { circularTrial } from "#shared/domain/circular-notices.ts";
import type { RegistrationId } from "#shared/domain/registration.ts";
import { languages } from "#shared/domain/text.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { saidIn } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { findCircular, keepCircular, tellOfCircular } from "#shared/records/circulars.ts";
import { eventBy } from "#shared/records/events.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { oweOnce } from "#shared/records/messages.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffCircularPreviewPage } from "#web/staff/staff-circular-preview-page.tsx";
import { readCircular, receiverProblems } from "./circular-form.ts";
import { drawCirculars } from "./circular-show.ts";
import { follow, most } from "./follow.ts";

const Asked = z.object({
  action: z.enum(["write", "preview", "try", "send"]),
  /** What it is to be called, so that confirming it twice sends it once. Given with the preview. */
  id: CircularId.optional(),
  /** How many were to get it when it was last shown. */
  receivers: z.coerce.number().int().optional(),
});

interface Wanted {
  readonly call: Call;
  readonly id: CircularId;
  readonly words: CircularWords;
  readonly receivers: readonly RegistrationId[];
}

const preview = (
  asked: SignedIn,
  { call, id, words, receivers }: Wanted,
  siteUrl: string,
  note?: "tried" | "number-changed",
): Answer => {
  const { person, at } = asked;
  const mails = languages.map((language) => {
    const said = saidIn(letterOf(circularTrial({ call, id, words, person, language }, at), siteUrl));
    return { language, said };
  });
  return {
    page: () =>
      staffCircularPreviewPage(asked, { call, id, words, receivers: receivers.length, mails, note }),
    json: () => ({ id, receivers: receivers.length, note }),
  };
};

/** To whoever asks alone. It is no circular, and nobody else ever gets it. */
const tryOut = async (asked: SignedIn, table: Table, { call, id, words }: Wanted): Promise<void> => {
  const { person, language, at } = asked;
  const message = circularTrial({ call, id, words, person, language }, at);
  await oweOnce(table, message, ownerKeys.circularTrials(call.id));
};

const sentTo = (asked: SignedIn, call: Call, id: CircularId): Answer => ({
  to: `/staff/calls/${call.id}/webinar/messages/${id}?lang=${asked.language}`,
  json: { status: 201, body: { id } },
});

/** From here on it is owed; whoever comes second finds it sent. */
const send = async (asked: SignedIn, table: Table, wanted: Wanted): Promise<Answer> => {
  const { call, id, words, receivers } = wanted;
  const { person, at } = asked;
  const circular: Circular = {
    ...{ id, callId: call.id, webinarId: call.webinar.id, ...words },
    ...{ sentBy: { id: person.id, name: person.name }, sentAt: at, receivers: [...receivers] },
  };
  const event = eventBy(asked, "webinar-circular-sent", `${id} ${receivers.length}`);
  if ((await keepCircular(table, circular, event)) === "kept")
    await follow(asked, () => tellOfCircular(table, call.webinar, circular, { at, most: most.told }));
  return sentTo(asked, call, id);
};

const receiversOf = async (table: Table, call: Call, words: CircularWords) =>
  (await registrationsOfCall(table, call.id)).filter((one) => isMeantFor(words, one)).map(({ id }) => id);

/** Writes to those who have signed up: shows how it looks, tries it on oneself, and sends it to as many as were shown. */
export const writeCircular = async (asked: SignedIn, table: Table, siteUrl: string): Promise<Answer> => {
  const read = Asked.safeParse(asked.body);
  if (!read.success) return { reason: "malformed-request" };
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const { action, id, receivers: shown } = read.data;
  const { action: _, id: __, receivers: ___, ...body } = asked.body;
  const { typed, problems, words } = readCircular(body);
  if (action === "write") return drawCirculars(asked, table, call, { typed, problems: [] });
  if (action === "send" && id && (await findCircular(table, call.id, id))) return sentTo(asked, call, id);
  const receivers = words ? await receiversOf(table, call, words) : [];
  const wrong = words ? receiverProblems(receivers.length) : problems;
  if (!words || wrong.length > 0) {
    const { page } = await drawCirculars(asked, table, call, { typed, problems: wrong });
    return { refusal: { reason: "problems-in-answers", problems: wrong }, page };
  }
  const wanted = { call, id: id ?? CircularId.parse(randomUUID()), words, receivers };
  if (action === "send" && id && shown === receivers.length) return send(asked, table, wanted);
  if (action === "try") await tryOut(asked, table, wanted);
  const note = { try: "tried", send: "number-changed", preview: undefined } as const;
  return preview(asked, wanted, siteUrl, note[action]);
};
