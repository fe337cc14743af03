import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { instant } from "#shared/domain/time.ts";
import { neverChanged, type WebinarRecord } from "#shared/domain/webinar.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { scan } from "#shared/records/scan.ts";
import type { Table } from "#shared/records/table.ts";
import { keepWebinar, readWebinar } from "#shared/records/webinars.ts";
import { routes } from "../../functions/webinar-sign-up/routes.ts";
import { anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { asking } from "./asking.ts";

const { call } = nic2024;

/** The webinar of the call with this changed. */
export const webinarWith = async (table: Table, change: Partial<WebinarRecord>): Promise<WebinarRecord> => {
  const before = await readWebinar(table, call);
  const record = { ...before, ...change, revision: before.revision + 1 };
  const event = anEvent({ what: "webinar-changed", at: instant("2024-04-01T06:00:00Z") });
  if ((await keepWebinar(table, record, event)) === "changed") throw new Error("It has been changed");
  return record;
};

export const webinarId = neverChanged(call).webinarId;

export const signUpPath = "/nb/calls/nic-2024/webinar";
export const kari = {
  name: "Kari Prøve",
  email: "Kari@Eksempel.example",
  organisation: "Døme AS",
  organisationNumber: "986 399 445",
  role: "Leiar",
  interest: "explore",
  questions: "Kan vi søkje igjen?",
  needs: "",
  language: "nn",
};

/** A webinar's visitors over a table of their own: what they ask, what is kept of them and what they are mailed. */
export const openWebinar = async () => {
  const table = await freshTable();
  const ask = asking(table, routes);
  const registrations = () => registrationsOfCall(table, call.id);
  const owed = () => messagesDue(table, instant("2024-05-15T00:00:00Z"));
  const signUp = (given: Partial<typeof kari> = {}, at?: string) =>
    ask({ method: "POST", path: signUpPath, json: { ...kari, ...given }, ...(at && { at }) });
  /** One who has signed up: their registration's address and the key from their last mail. */
  const one = async (given: Partial<typeof kari> = {}, at?: string) => {
    const { email } = { ...kari, ...given };
    await signUp(given, at);
    const registration = (await registrations()).find((one) => one.email === email.toLowerCase());
    const message = (await owed()).findLast(({ to }) => to === email.toLowerCase());
    if (!registration || !message || !("key" in message.content)) throw new Error("Nobody has signed up");
    return {
      registration,
      key: message.content.key,
      path: `/nb/registrations/${registration.id}`,
      query: `?key=${message.content.key}`,
    };
  };
  const press = (who: Awaited<ReturnType<typeof one>>, action: string, at?: string) =>
    ask({ method: "POST", path: who.path, json: { action, key: who.key }, ...(at && { at }) });
  const states = async () =>
    Object.fromEntries((await registrations()).map(({ email, state }) => [email.split("@")[0], state]));
  const kinds = async (to: string) =>
    (await owed())
      .filter((message) => message.to === `${to}@eksempel.example`)
      .map(({ content }) => content.kind)
      .toSorted();
  return { table, ask, registrations, owed, signUp, one, press, states, kinds };
};

/** Every item of the table as it is. */
export const everything = async (table: Table) => {
  const items = [];
  for await (const page of scan(table, { text: "attribute_exists(#pk)" })) items.push(...page.items);
  return items.toSorted((a, b) => (`${a["pk"]}${a["sk"]}` < `${b["pk"]}${b["sk"]}` ? -1 : 1));
};
