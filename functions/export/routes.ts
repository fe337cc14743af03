import { randomUUID } from "node:crypto";
import { findCall } from "#shared/calls/index.ts";
import {
  ApplicationQuery,
  chooseApplications,
  chooseRegistrations,
  RegistrationQuery,
} from "#shared/domain/listing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { recordEvent } from "#shared/records/events.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { latestSubmissions } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { type FileKind, fileKinds, fileOf } from "./files.ts";
import { applicationSheet, registrationSheet } from "./sheets.ts";

const eventOf = (asked: SignedIn, what: "applications-exported" | "registrations-exported", detail: string) =>
  ({ id: randomUUID(), at: asked.at, what, who: asked.person.id, name: asked.person.name, detail }) as const;

/** The same choice as the list at the same address; the submissions are counted, so that none can be left out unseen. */
const exportApplications = async (asked: SignedIn, table: Table, kind: FileKind): Promise<Answer> => {
  const definition = findCall(asked.params["call"] ?? "");
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const chosen = chooseApplications(
    await applicationsOfCall(table, call.id),
    ApplicationQuery.parse(asked.query),
  );
  const submissions = await latestSubmissions(table, chosen);
  const sheet = applicationSheet(definition, chosen, submissions, asked.language);
  await recordEvent(table, {
    callId: call.id,
    event: eventOf(asked, "applications-exported", `${kind} ${chosen.length}`),
  });
  return fileOf(sheet, kind, `${call.id}-applications`);
};

const exportRegistrations = async (asked: SignedIn, table: Table, kind: FileKind): Promise<Answer> => {
  const call = findCall(asked.params["call"] ?? "")?.call;
  if (!call) return { reason: "not-found" };
  const chosen = chooseRegistrations(
    await registrationsOfCall(table, call.id),
    RegistrationQuery.parse(asked.query),
  );
  await recordEvent(table, {
    callId: call.id,
    event: eventOf(asked, "registrations-exported", `${kind} ${chosen.length}`),
  });
  return fileOf(registrationSheet(chosen), kind, `${call.id}-registrations`);
};

export const routes = (table: Table): readonly Route[] =>
  fileKinds.flatMap((kind): Route[] => [
    {
      for: "staff",
      method: "GET",
      path: `/staff/calls/{call}/applications.${kind}`,
      answer: (asked) => exportApplications(asked, table, kind),
    },
    {
      for: "staff",
      method: "GET",
      path: `/staff/calls/{call}/registrations.${kind}`,
      answer: (asked) => exportRegistrations(asked, table, kind),
    },
  ]);
