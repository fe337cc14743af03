import { randomBytes, randomUUID } from "node:crypto";
import {
  type Application,
  ApplicationId,
  type SavedSection,
  type Submission,
} from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { canonicalJson, sha256 } from "#shared/domain/digest.ts";
import type { Event } from "#shared/domain/event.ts";
import { beginningOf } from "#shared/domain/history.ts";
import { type Message, MessageId } from "#shared/domain/message.ts";
import { EmailAddress, type Person, PersonId } from "#shared/domain/person.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { type Registration, registrationIdOf } from "#shared/domain/registration.ts";
import type { Session } from "#shared/domain/session.ts";
import { type Instant, instant } from "#shared/domain/time.ts";

// Things as they mostly are, each with an identity of its own; a test says only what matters to it.

const callId = CallId.parse("nic-2024");
const someTime = instant("2024-05-14T09:30:00.000Z");

const builtOn = (id: ApplicationId, given: Partial<Application>): Application => ({
  id,
  callId,
  level: "connect",
  state: "draft",
  reference: makeReference("NIC24", randomBytes(7)),
  owner: { id: PersonId.parse("person-1"), name: "Kari Testesen", email: "kari@eksempel.example" },
  language: "nb",
  startedAt: someTime,
  revision: 0,
  lastEvent: beginningOf(given.id ?? id),
  organisation: "",
  organisationNumber: "",
  cluster: "",
  submissions: 0,
  ...given,
});

/** One that has not been kept yet. */
export const anApplication = (given: Partial<Application> = {}): Application =>
  builtOn(ApplicationId.parse(randomUUID()), given);

export const aSection = (given: Partial<SavedSection> = {}): SavedSection => ({
  section: "applicant",
  revision: 1,
  answers: { organisation: "Havbruk Test AS" },
  savedAt: someTime,
  savedBy: "person-1",
  ...given,
});

/** The application's next submission. */
export const aSubmission = (application: Application, given: Partial<Submission> = {}): Submission => {
  const answers = given.answers ?? { applicant: { organisation: "Havbruk Test AS" } };
  return {
    applicationId: application.id,
    number: application.submissions + 1,
    reference: application.reference,
    level: application.level,
    language: application.language,
    formVersion: 1,
    idempotencyKey: randomUUID(),
    revisions: { applicant: 1 },
    answers,
    receivedAt: instant("2024-06-20T12:00:00.000Z"),
    deadline: instant("2024-06-21T14:00:00.000Z"),
    digest: sha256(canonicalJson(answers)),
    submittedBy: application.owner.id,
    receiptTo: application.owner.email,
    ...given,
  };
};

export const aRegistration = (given: Partial<Registration> = {}): Registration => {
  const email = given.email ?? EmailAddress.parse(`${randomUUID()}@eksempel.example`);
  const webinarId = given.webinarId ?? "nic-2024-webinar";
  return {
    id: registrationIdOf(webinarId, email),
    callId,
    webinarId,
    name: "Ola Testesen",
    email,
    organisation: "Havbruk Test AS",
    organisationNumber: "",
    role: "Dagleg leiar",
    interest: "undecided",
    questions: "",
    language: "nn",
    state: "registered",
    keyHashes: [sha256(randomUUID())],
    sequence: 0,
    revision: 1,
    hasSeat: false,
    registeredAt: someTime,
    ...given,
  };
};

/** The receipt of the application's next submission, owed and due at once. */
export const aMessage = (application: Application, given: Partial<Message> = {}): Message => {
  const number = application.submissions + 1;
  return {
    id: MessageId.parse(`receipt.${application.id}.${String(number).padStart(3, "0")}`),
    to: application.owner.email,
    language: application.language,
    content: {
      kind: "receipt",
      callId: application.callId,
      applicationId: application.id,
      number,
      reference: application.reference,
      level: application.level,
      organisation: "Havbruk Test AS",
      cluster: "Testklyngen",
      receivedAt: instant("2024-06-20T12:00:00.000Z"),
      digest: sha256("receipt"),
    },
    state: "owed",
    attempts: 0,
    owedAt: instant("2024-06-20T12:00:00.000Z"),
    dueAt: instant("2024-06-20T12:00:00.000Z"),
    ...given,
  };
};

/** What a registration's holder is told, with the key of the link; owed and due at once. */
export const aRegistrationMessage = (registration: Registration, given: Partial<Message> = {}): Message => ({
  id: MessageId.parse(`registration.${registration.id}.${registration.sequence}`),
  to: registration.email,
  language: registration.language,
  content: {
    kind: "registration",
    callId: registration.callId,
    webinarId: registration.webinarId,
    registrationId: registration.id,
    name: registration.name,
    email: registration.email,
    webinar: { startsAt: instant("2024-04-30T10:00:00Z"), endsAt: instant("2024-04-30T11:00:00Z") },
    sequence: registration.sequence,
    promoted: false,
    key: randomBytes(16).toString("hex"),
  },
  state: "owed",
  attempts: 0,
  owedAt: registration.registeredAt,
  dueAt: registration.registeredAt,
  ...given,
});

export const anEvent = (given: Partial<Event> = {}): Event => ({
  id: randomUUID(),
  at: someTime,
  what: "application-started",
  who: "person-1",
  name: "Kari Testesen",
  ...given,
});

/** Tells of the application's next submission. */
export const sentEvent = (application: Application, at: Instant): Event =>
  anEvent({ what: "application-submitted", at, detail: String(application.submissions + 1) });

export const aPerson = (given: Partial<Person> = {}): Person => ({
  id: PersonId.parse("person-1"),
  name: "Kari Testesen",
  email: EmailAddress.parse("kari@eksempel.example"),
  roles: [],
  ...given,
});

export const aSession = (given: Partial<Session> = {}): Session => ({
  person: aPerson(),
  expiresAt: instant("2024-05-14T21:30:00.000Z"),
  endsAt: instant("2024-05-15T08:00:00.000Z"),
  ...given,
});
