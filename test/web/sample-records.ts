// Made-up people and what they have done.
import { calls } from "#shared/calls/index.ts";
import { Application, Submission } from "#shared/domain/application.ts";
import { Event } from "#shared/domain/event.ts";
import { Message } from "#shared/domain/message.ts";
import { Person } from "#shared/domain/person.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { formFor } from "#shared/form/levels.ts";

const [definition] = calls;
if (!definition) throw new Error("There is no call to draw pages of");
export const { call, webinar } = definition;
export const form = formFor(definition.application, "explore");

export const applicant = Person.parse({
  id: "kari",
  name: "Kari Nordmann",
  email: "kari@havbruk.example",
  roles: [],
});
export const officer = Person.parse({
  id: "ola",
  name: "Ola Saksbehandler",
  email: "ola@nic.example",
  roles: ["manager"],
});

export const duringCall = instant("2024-06-21T13:55:00+02:00");
export const afterDeadline = instant("2024-06-21T16:00:00.001+02:00");
export const beforeCall = instant("2024-03-15T12:00:00+01:00");

const reference = (n: number) =>
  makeReference(call.referencePrefix, new Uint8Array([n, 7, 21, 90, 130, 200, 33]));

export const applicationIn = (state: Application["state"], n = 1): Application =>
  Application.parse({
    lastEvent: "0".repeat(64),
    id: `7c9e6679-7425-40de-944b-e07fc1f9${String(1000 + n)}`,
    callId: call.id,
    level: (["connect", "explore", "impact"] as const)[n % 3],
    state,
    reference: reference(n),
    owner: { id: applicant.id, name: applicant.name, email: applicant.email },
    language: "nb",
    startedAt: "2024-05-02T08:14:00.000Z",
    revision: 3,
    organisation: n === 2 ? "" : "Havbruk Vest SA",
    organisationNumber: n === 2 ? "" : "123456785",
    cluster: n === 2 ? "" : "Havbruksklyngen Vest",
    submissions: state === "draft" ? 0 : 1,
    ...(state !== "draft" && { submittedAt: "2024-06-20T11:02:03.456Z" }),
    ...(state === "withdrawn" && { withdrawnAt: "2024-06-20T12:00:00.000Z" }),
  });

export const draft = applicationIn("draft");
export const sent = applicationIn("submitted");

export const submission = Submission.parse({
  applicationId: sent.id,
  number: 1,
  reference: sent.reference,
  level: sent.level,
  language: "nb",
  formVersion: 1,
  idempotencyKey: "1b671a64-40d5-491e-99b0-da01ff1f3341",
  revisions: {},
  answers: {},
  receivedAt: "2024-06-20T11:02:03.456Z",
  deadline: "2024-06-21T14:00:00.000Z",
  digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  submittedBy: applicant.id,
  receiptTo: "post@havbruk.example",
});

export const registrationIn = (state: Registration["state"], n = 1): Registration =>
  Registration.parse({
    id: String(n).padStart(32, "0"),
    callId: call.id,
    webinarId: call.webinar.id,
    state,
    keyHashes: ["0".repeat(64)],
    sequence: 0,
    revision: 1,
    hasSeat: state === "registered",
    registeredAt: "2024-04-12T09:30:00.000Z",
    name: ["Eline Strand", "Mikkel Berge", "Aud Lie"][n % 3],
    email: `person-${n}@firma.example`,
    organisation: n % 2 ? "Berge & Sønn AS" : "",
    organisationNumber: n % 2 ? "986399445" : "",
    role: n % 2 ? "Klyngeleder" : "",
    interest: n % 2 ? "explore" : "undecided",
    questions: n % 2 ? "Kan en klynge som er tatt opp tidligere, søke igjen?" : "",
    language: "nb",
  });

export const events = (
  [
    ["application-started", applicant.id, applicant.name],
    ["application-submitted", applicant.id, applicant.name],
    ["application-expired", "system", "system"],
    ["application-viewed", officer.id, officer.name],
  ] as const
).map(([what, who, name], i) =>
  Event.parse({
    id: `e${i}`,
    at: `2024-06-2${i}T10:00:00.000Z`,
    what,
    who,
    name,
    detail: i === 1 ? "1" : undefined,
  }),
);

export const message = (state: Message["state"], n: number): Message =>
  Message.parse({
    id: `receipt.00${n}`,
    to: "post@havbruk.example",
    language: "nb",
    state,
    attempts: n,
    owedAt: "2024-06-20T11:02:03.456Z",
    ...(state === "sent" && { sentAt: "2024-06-20T11:02:04.000Z" }),
    ...(state === "failed" && { lastFailure: "MessageRejected" }),
    content: {
      kind: "withdrawal",
      callId: call.id,
      applicationId: sent.id,
      reference: sent.reference,
      level: sent.level,
      withdrawnAt: "2024-06-20T12:00:00.000Z",
    },
  });
