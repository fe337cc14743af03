// Applications and registrations with their entries in lists, put straight into the table.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { Application, ApplicationId, type ApplicationState } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import {
  type Entry,
  entriesOfApplication,
  entriesOfRegistration,
  type Listed,
} from "#shared/domain/entries.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { putAll } from "#shared/records/batches.ts";
import type { Item, Table } from "#shared/records/table.ts";
import { type Key, keys } from "#shared/records/table-keys.ts";
import { anApplication, aRegistration } from "../test/support/builders.ts";

const { callId } = anApplication();
const states: readonly ApplicationState[] = ["draft", "submitted", "submitted", "submitted", "withdrawn"];
const names = ["Havbruk", "Grønn", "Maritim", "Ålesund", "Østfold", "Digital", "Bioteknologi", "Skog"];
const begun = instant("2024-04-15T07:00:00Z");

const inLists = (kind: Listed, of: Key, entries: readonly Entry[]): Item[] =>
  entries.map((entry) => ({ ...keys.entry(callId, kind, entry, of), item: "entry", of, revision: 1 }));

const application = (n: number): Item[] => {
  const state = states[n % states.length] ?? "draft";
  const name = (from: number) => names[Math.floor(n / from) % names.length];
  const startedAt = begun.add({ seconds: n });
  const one = anApplication({
    id: ApplicationId.parse(randomUUID()),
    reference: makeReference("NIC24", crypto.getRandomValues(new Uint8Array(7))),
    level: Level.options[n % 3] ?? "connect",
    revision: 1,
    ...{ state, startedAt, submissions: state === "draft" ? 0 : 1 },
    cluster: `${name(1)} ${name(8)} klynge ${n}`,
    organisation: `${name(8)} ${name(64)} AS`,
    counties: [n % 2 ? "c46" : "c03"],
    ...(state !== "draft" && { submittedAt: startedAt.add({ hours: 24 }) }),
  });
  const key = keys.application(one.id);
  const item = { ...z.encode(Application, one), ...key, item: "application" };
  return [item, ...inLists("application", key, entriesOfApplication(one))];
};

/** Of few words, so that a million of them take no day to put. */
const registration = (n: number): Item[] => {
  const organisation = names[n % names.length] ?? "";
  const one = aRegistration({
    email: EmailAddress.parse(`nr${n}@${names.indexOf(organisation)}.nr${n}`),
    ...{ name: `Nr${n}`, organisation, role: organisation },
    registeredAt: begun.add({ seconds: n }),
  });
  const key = keys.registration(one.webinarId, one.id);
  const item = { ...z.encode(Registration, one), ...key, item: "registration" };
  return [item, ...inLists("registration", key, entriesOfRegistration(one))];
};

const made = { applications: application, registrations: registration } as const;
export type Fillable = keyof typeof made;

const numbersOf = (what: Fillable, count: number): Readonly<Record<string, number>> =>
  what === "registrations"
    ? { registered: count }
    : Object.fromEntries(
        Level.options.flatMap((level) =>
          states.map((state) => [`${level}_${state}`, Math.round(count / (3 * states.length))]),
        ),
      );

/** The table as it is when `count` records have come, without writing them one transaction at a time. */
export const fill = async (
  table: Table,
  what: Fillable,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> => {
  const abreast = 4;
  const together = 5;
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const first = next;
      next = Math.min(count, next + together);
      await putAll(table, Array.from({ length: next - first }, (_, i) => made[what](first + i)).flat());
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  await putAll(table, [{ ...keys.numbers(callId, 0, "all"), item: "numbers", ...numbersOf(what, count) }]);
};
