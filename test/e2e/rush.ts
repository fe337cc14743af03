import { randomUUID } from "node:crypto";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { type Application, ApplicationId, type SavedSection } from "#shared/domain/application.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { formFor } from "#shared/form/levels.ts";
import { startApplication } from "#shared/records/applications.ts";
import { readSections } from "#shared/records/sections.ts";
import { keepSession } from "#shared/records/sessions.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import type { Runtime } from "../../local/runtime.ts";
import { anApplication, anEvent } from "../support/builders.ts";
import { type Client, client, filledIn, signIn } from "./road.ts";

/** The records of a running system, past its functions and their roles. */
export const recordsOf = ({ dynamoDb, tables }: Runtime): Table => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
    AWS_REGION: "eu-north-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  return openTable(tables[0]?.name ?? "");
};

/** Somebody about to send an application that is whole. */
export interface Ready {
  readonly application: Application;
  readonly mail: string;
  /** What the browser's cookie says. */
  readonly session: string;
  readonly sending: { readonly idempotencyKey: string; readonly revisions: Readonly<Record<string, number>> };
}

const evening = instant("2024-06-21T18:00:00Z");

/** The same sections for another applicant; the files are the very ones that were found clean. */
const sectionsFor = (all: readonly SavedSection[], mail: string): readonly SavedSection[] =>
  all.map((one) => ({
    ...one,
    revision: 1,
    answers: one.section === "applicant" ? { ...one.answers, email: mail } : one.answers,
  }));

const readyOne = async (table: Table, sections: readonly SavedSection[], n: number) => {
  const mail = EmailAddress.parse(`rush-${n}@oppdiktet.example`);
  const owner = { id: PersonId.parse(`rush-${n}`), name: `Prøve ${n}`, email: mail };
  const session = randomUUID();
  const application = anApplication({ owner, organisation: `Oppdiktet ${n} SA` });
  const carried = { facts: {}, sections: sectionsFor(sections, mail), event: anEvent({ who: owner.id }) };
  await startApplication(table, { application, event: anEvent({ who: owner.id }), carried });
  const signedIn = { person: { ...owner, roles: [] }, expiresAt: evening, endsAt: evening };
  await keepSession(table, sha256(session), signedIn);
  const asked = Object.keys(formFor(nic2024.application, "connect").sections);
  const revisions = Object.fromEntries(asked.map((key) => [key, 1]));
  return { application, mail, session, sending: { idempotencyKey: randomUUID(), revisions } };
};

/** So many applicants, each signed in, with an application of their own that lacks nothing. One was filled in by hand, the others are copies. */
export const readyToSend = async (system: Runtime, count: number): Promise<readonly Ready[]> => {
  const table = recordsOf(system);
  const one = await signIn(system.url);
  const id = ApplicationId.parse(await filledIn(one, "connect"));
  const sections = await readSections(table, id);
  const all: Ready[] = [];
  for (let n = 1; n <= count; n += 1) all.push(await readyOne(table, sections, n));
  return all;
};

/** Them, signed in at this address. */
export const at = (site: string, { session }: Ready): Client => {
  const person = client(site);
  person.cookies.set("session", session);
  return person;
};

export const submissionOf = ({ application }: Ready): string =>
  `/nb/applications/${application.id}/submission`;
