import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import { sha256 } from "#shared/domain/digest.ts";
import type { Person } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import type { Route } from "#shared/http/serve.ts";
import { keepSession } from "#shared/records/sessions.ts";
import type { Table } from "#shared/records/table.ts";
import { type Around, pageFunction } from "../../functions/page-function.ts";
import { aPerson } from "../support/builders.ts";
import { aContext, anHttpEvent, type Request, read, type Told } from "../support/http-event.ts";

/** A function composed as on AWS, over this table, with so many milliseconds for each request; what it logs is swallowed. */
export const asking = (table: Table, routes: (around: Around) => readonly Route[], time = 20_000) => {
  vi.stubEnv("TABLE_NAME", table.name);
  vi.stubEnv("SITE_URL", "https://opptak.example");
  vi.stubEnv("ASSETS_PATH", "/assets/test");
  const handler = pageFunction(routes);
  const context = { ...aContext, getRemainingTimeInMillis: () => time };
  const ask = async (request: Request): Promise<Told> => read(await handler(anHttpEvent(request), context));
  return ask;
};

/** The cookie of somebody signed in for all of 2024. */
export const signedIn = async (table: Table, given: Partial<Person> = {}): Promise<string> => {
  const id = randomUUID();
  const end = instant("2025-01-01T00:00:00Z");
  await keepSession(table, sha256(id), { person: aPerson(given), expiresAt: end, endsAt: end });
  return `__Host-session=${id}`;
};
