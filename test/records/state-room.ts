// The service's own functions over a table, with one application in it.
import type { JSONWebKeySet } from "jose";
import { expect } from "vitest";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { callsInForce } from "#shared/records/calls.ts";
import type { Table } from "#shared/records/table.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import { followMoves } from "../../functions/deadline-enforcement/moved-deadline.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as staffRoutes } from "../../functions/staff-console/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import type { EarlierAudit } from "../../operator/earlier.ts";
import { asking, signedIn } from "../functions/asking.ts";
import { enforceAt } from "../functions/enforcing.ts";
import { keepWritten } from "../functions/written.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import type { Arrow } from "./state-laws.ts";
import type { Outcome } from "./state-model.ts";

const { keys } = await openTestKeys("2024-1");

export const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

const Problem = z.object({ type: z.string().transform((type) => type.replace("/problems/", "")) });

/** `done`, or the reason of the refusal. */
export const outcomeOf = ({ status, json }: Told): Outcome | string =>
  status < 400 ? "done" : Problem.parse(json).type;

/** As the schedule has it run: moves are followed, and what is over is closed. */
const runAt = async (table: Table, at: string): Promise<void> => {
  const calls = await callsInForce(table);
  expect(await followMoves(table, calls, instant(at))).toBe(true);
  await enforceAt(
    table,
    at,
    calls.map(({ call }) => call),
  );
};

const askingOver = (table: Table) =>
  asking(table, (around) => [
    ...draftRoutes({ table, register: nobody }),
    ...submissionRoutes({ ...around, keys }),
    ...staffRoutes(table, openBucket("files"), around.site.url),
  ]);

export interface Room {
  readonly table: Table;
  readonly application: Application;
  readonly keySet: JSONWebKeySet;
  readonly get: (rest: string) => Promise<Told>;
  readonly ask: (method: "POST" | "PUT", rest: string, json: object, at: number) => Promise<Told>;
  readonly byStaff: (who: "ola" | "anne", path: string, json: object, at: number) => Promise<Told>;
  readonly run: (at: number) => Promise<void>;
  /** Of every section, as they were at first. */
  readonly revisions: Readonly<Record<string, number>>;
  promised: ReadonlyMap<string, string>;
  earlier: EarlierAudit;
  readonly travelled: Set<Arrow>;
}

const Review = z.object({ revisions: z.record(z.string(), z.number()), problems: z.tuple([]) });

/** A draft that is filled in, and nothing else. */
export const enter = async (travelled: Set<Arrow>): Promise<Room> => {
  const table = await freshTable();
  const ask = askingOver(table);
  const officer = (id: string) => signedIn(table, { id: PersonId.parse(id), name: id, roles: ["manager"] });
  const people = { kari: await signedIn(table), ola: await officer("ola"), anne: await officer("anne") };
  const application = await keepWritten(table);
  const own = `/nb/applications/${application.id}`;
  const asKari = { cookies: [people.kari], headers: { accept: "application/json" } };
  const get = (rest: string) => ask({ path: `${own}${rest}`, ...asKari });
  return {
    ...{ table, application, get, travelled },
    keySet: await publicKeys(keys),
    ask: (method, rest, json, at) =>
      ask({ method, path: `${own}${rest}`, json, at: timeOf(at), cookies: [people.kari] }),
    byStaff: (who, path, json, at) =>
      ask({ method: "POST", path, json, at: timeOf(at), cookies: [people[who]] }),
    run: (at) => runAt(table, timeOf(at)),
    revisions: Review.parse((await get("/review")).json).revisions,
    promised: new Map(),
    earlier: new Map(),
  };
};
