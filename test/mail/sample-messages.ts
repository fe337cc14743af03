import { type Message, MessageContent, MessageId } from "#shared/domain/message.ts";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";

export const applicationId = "3b6f4d52-9c1c-4f0e-9d53-6a0d1f6a1b11";
export const registrationId = "0123456789abcdef0123456789abcdef";
export const colleagueId = "5f0c7a1e-3f53-4a2b-9d6b-2c1f3f6a2b22";
const about = { callId: "nic-2024", applicationId, reference: "NIC24-0000-0000", level: "connect" };
const at = "2024-06-21T13:59:59.123Z";
const deadline = "2024-06-21T14:00:00.000Z";
const typed = "Kåre <b>www.felle.example</b> & Øst";

const held = { startsAt: "2024-05-02T10:00:00.000Z", endsAt: "2024-05-02T11:00:00.000Z" };
const toHolder = {
  callId: "nic-2024",
  webinarId: "nic-2024-webinar",
  registrationId,
  name: typed,
  email: "kare@prove.example",
  webinar: held,
};

/** One of each kind, with what an ill-meaning person could have typed. */
export const contents = [
  {
    kind: "receipt",
    ...about,
    number: 1,
    organisation: typed,
    cluster: "Klynge",
    receivedAt: at,
    digest: "a".repeat(64),
    files: [
      { name: "www.felle.example", bytes: 2_500_000 },
      { name: "Strategi <b>.pdf", bytes: 700 },
    ],
  },
  { kind: "withdrawal", ...about, withdrawnAt: at },
  { kind: "draft-expired", ...about, reader: "kare", deadline, deletedOn: "2024-09-19" },
  {
    kind: "changes-not-sent",
    ...about,
    number: 1,
    receivedAt: at,
    deadline: "2024-06-21T14:00:00.000Z",
  },
  {
    kind: "registration",
    ...toHolder,
    sequence: 0,
    promoted: false,
    key: "k_-1",
  },
  { kind: "registration-waiting", ...toHolder, key: "k_-3" },
  {
    kind: "registration",
    ...toHolder,
    webinar: { ...held, joinLink: "https://mote.prove.example/nic?a=1,2;b" },
    sequence: 3,
    promoted: true,
    key: "k_-1",
  },
  { kind: "registration-cancelled", ...toHolder, sequence: 4, hadPlace: true },
  { kind: "registration-cancelled", ...toHolder, sequence: 5, hadPlace: false },
  { kind: "registration-cancelled", ...toHolder, sequence: 5, hadPlace: false, because: typed },
  { kind: "registration-link", ...toHolder, state: "registered", because: "asked", key: "k_-4" },
  { kind: "registration-link", ...toHolder, state: "waiting", because: "signed-up-again", key: "k_-4" },
  {
    kind: "webinar-changed",
    ...toHolder,
    webinar: { ...held, joinLink: "https://mote.prove.example/nic?a=1,2;b" },
    was: { startsAt: "2024-04-30T10:00:00.000Z", endsAt: "2024-04-30T11:00:00.000Z" },
    ...{ what: "moved", change: 2, sequence: 6, hasPlace: true },
  },
  { kind: "webinar-changed", ...toHolder, what: "moved", change: 2, sequence: 2, hasPlace: false },
  {
    kind: "webinar-changed",
    ...toHolder,
    webinar: { ...held, joinLink: "https://mote.prove.example/nic" },
    ...{ what: "join-link", change: 3, sequence: 7, hasPlace: true },
  },
  {
    kind: "webinar-soon",
    ...toHolder,
    webinar: { ...held, joinLink: "https://mote.prove.example/nic" },
    when: "hour",
  },
  { kind: "webinar-soon", ...toHolder, when: "day" },
  { kind: "webinar-thanks", ...toHolder, recording: "https://film.prove.example/nic" },
  {
    kind: "webinar-circular",
    ...{ ...toHolder, to: "registered", sentAt: at, subject: "Program og spørsmål" },
    text: "Her er programmet: https://nic.prove.example/program\n\nTa med <b>spørsmål</b> & svar.",
  },
  {
    kind: "webinar-circular-trial",
    ...{ callId: "nic-2024", name: "Ola", webinar: held, calledOff: true },
    ...{ subject: "Avlyst", text: "Vi er lei for det." },
  },
  { kind: "webinar-called-off", ...toHolder, change: 4, sequence: 8, hasPlace: true },
  { kind: "webinar-called-off", ...toHolder, change: 4, sequence: 4, hasPlace: false },
  {
    kind: "invitation",
    ...about,
    colleagueId,
    invitedBy: typed,
    name: typed,
    may: "edit",
    expiresAt: at,
    key: "k_-2",
  },
  { kind: "ownership-received", ...about, handedOverBy: typed, name: typed },
  { kind: "extension-granted", ...about, deadline: at, until: "2024-06-24T10:00:00.000Z", reason: typed },
  {
    kind: "deadline-moved",
    ...about,
    state: "draft",
    from: at,
    to: "2024-06-28T10:00:00.000Z",
    reason: typed,
  },
  {
    kind: "reminder",
    ...{ callId: "nic-2024", applicationId, reader: "kare", deadline, which: "two-days" },
    found: {
      at: "2024-06-19T14:00:41.000Z",
      ...{ reference: "NIC24-0000-0000", level: "connect", isOwner: true },
      questions: 12,
      sections: ["Budsjett og finansiering", "Vedlegg"],
    },
  },
  {
    kind: "reminder",
    ...{ callId: "nic-2024", applicationId, reader: "kare", deadline, which: "day" },
    found: {
      at: "2024-06-20T14:00:41.000Z",
      ...{ reference: "NIC24-0000-0000", level: "connect", isOwner: false },
      questions: 0,
      sections: [],
    },
  },
  { kind: "webinar-reminder", callId: "nic-2024", applicationId, reader: "kare" },
  { kind: "deletion-notice", ...about, reader: "kare", deadline, deletedOn: "2024-09-19" },
  {
    kind: "export-ready",
    callId: "nic-2024",
    what: "folders",
    items: 120,
    volumes: 3,
    goneAt: "2024-06-24T10:00:00.000Z",
  },
  {
    kind: "export-ready",
    callId: "nic-2024",
    what: "folders",
    items: 1,
    volumes: 1,
    goneAt: "2024-06-24T10:00:00.000Z",
  },
  {
    kind: "export-ready",
    callId: "nic-2024",
    what: "registrations",
    items: 1_000_000,
    volumes: 2,
    goneAt: "2024-06-24T10:00:00.000Z",
  },
  {
    kind: "closing-summary",
    callId: "nic-2024",
    deadline,
    levels: ["connect", "explore", "impact"].map((level, i) => ({
      ...{ level, sent: 12 * i, withdrawn: i, drafts: 3, extended: 0, refused: 5 },
      digest: "b".repeat(64),
    })),
  },
].map((content) => MessageContent.parse(content));

/** By the kind, numbered where there are several of it. */
export const named = contents.map((content, place) => {
  const earlier = contents.slice(0, place).filter(({ kind }) => kind === content.kind).length;
  return [earlier > 0 ? `${content.kind}-${earlier + 1}` : content.kind, content] as const;
});

export const messageOf = (content: MessageContent, language: Message["language"]): Message => ({
  id: MessageId.parse("receipt.0"),
  to: "kare@prove.example",
  language,
  content,
  state: "owed",
  attempts: 0,
  owedAt: instant("2024-04-15T08:00:00Z"),
});
export const sender = {
  from: "Opptak <noreply@opptak.example>",
  replyTo: "svar@opptak.example",
  siteUrl: "https://opptak.example",
};
/** Each kind in each language. */
export const cases = contents.flatMap((content) =>
  languages.map((language) => [content.kind, language, messageOf(content, language)] as const),
);
