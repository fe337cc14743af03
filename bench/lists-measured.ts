// Run by lists.ts, in one bundle with the pages: Node itself reads no JSX.
import { randomUUID } from "node:crypto";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Application, ApplicationId, type ApplicationState } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { entriesOfApplication } from "#shared/domain/entries.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { serve } from "#shared/http/serve.ts";
import { putAll } from "#shared/records/batches.ts";
import { keepSession } from "#shared/records/sessions.ts";
import { type Item, openTable, type Table } from "#shared/records/table.ts";
import { tableDefinition } from "#shared/records/table-definition.ts";
import { keys } from "#shared/records/table-keys.ts";
import { document } from "#web/document.ts";
import { refusalPage } from "#web/pages/refusal-page.tsx";
import { routes } from "../functions/staff-console/routes.ts";
import { anApplication, aPerson } from "../test/support/builders.ts";
import { aContext, anHttpEvent, read } from "../test/support/http-event.ts";

const states: readonly ApplicationState[] = ["draft", "submitted", "submitted", "submitted", "withdrawn"];
const names = ["Havbruk", "Grønn", "Maritim", "Ålesund", "Østfold", "Digital", "Bioteknologi", "Skog"];

const made = (n: number): Application => {
  const state = states[n % states.length] ?? "draft";
  const name = (from: number) => names[Math.floor(n / from) % names.length];
  const startedAt = instant("2024-04-15T07:00:00Z").add({ seconds: n });
  return anApplication({
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
};

const itemsOf = (one: Application): Item[] => {
  const key = keys.application(one.id);
  return [
    { ...z.encode(Application, one), ...key, item: "application" },
    ...entriesOfApplication(one).map((entry) => ({
      ...keys.entry(one.callId, "application", entry, key),
      ...{ item: "entry", of: key, revision: 1 },
    })),
  ];
};

/** The table as it is when `count` applications have come, without writing them one transaction at a time. */
const fill = async (table: Table, from: number, count: number): Promise<void> => {
  const abreast = 2;
  const some = async (worker: number): Promise<void> => {
    for (let n = from + worker; n < count; n += abreast) await putAll(table, itemsOf(made(n)));
  };
  await Promise.all(Array.from({ length: abreast }, (_, worker) => some(worker)));
  const { callId } = anApplication();
  const sums = Object.fromEntries(
    Level.options.flatMap((level) =>
      states.map((state) => [`${level}_${state}`, Math.round(count / (3 * states.length))]),
    ),
  );
  await putAll(table, [{ ...keys.numbers(callId, 0, "all"), item: "numbers", ...sums }]);
};

/** Adds up what DynamoDB says that each request has cost. */
const meter = (table: Table) => {
  let units = 0;
  table.client.middlewareStack.add(
    (next) => async (given) => {
      Object.assign(given.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(given);
      const told = z
        .object({ ConsumedCapacity: z.unknown() })
        .catch({ ConsumedCapacity: undefined })
        .parse(answer.output).ConsumedCapacity;
      for (const one of [told].flat())
        units += z.object({ CapacityUnits: z.number() }).catch({ CapacityUnits: 0 }).parse(one).CapacityUnits;
      return answer;
    },
    { step: "initialize", name: "meter" },
  );
  return {
    take: (): number => {
      const taken = units;
      units = 0;
      return taken;
    },
  };
};

const times = 40;
const quantile = (sorted: readonly number[], part: number): string =>
  (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0).padStart(5);

const table = openTable("bench");
await table.client.send(new CreateTableCommand({ ...tableDefinition, TableName: table.name }));
const end = instant("2025-01-01T00:00:00Z");
await keepSession(table, sha256("bench"), {
  ...{ person: aPerson({ roles: ["manager"] }), expiresAt: end, endsAt: end },
});
const metered = openTable(table.name);
const cost = meter(metered);
const handler = serve({
  site: { url: "https://opptak.example", assets: "/assets/0", files: undefined },
  routes: routes(metered, openBucket("files"), "https://opptak.example"),
  findSession: async () => ({ person: aPerson({ roles: ["manager"] }), expiresAt: end, endsAt: end }),
  draw: document,
  refusalPage,
});
const ask = async (path: string, accept: string) => {
  const event = anHttpEvent({ path, cookies: ["__Host-session=bench"], headers: { accept } });
  return read(await handler(event, { ...aContext, getRemainingTimeInMillis: () => 20_000 }));
};

const list = "/staff/calls/nic-2024/applications";
const asked = async (): Promise<Readonly<Record<string, string>>> => {
  const { json } = await ask(list, "application/json");
  const { items, next } = z
    .object({ items: z.array(z.object({ id: z.string(), reference: z.string() })), next: z.string() })
    .parse(json);
  return {
    "list, first page": list,
    "list, next page": next,
    "list by state and level": `${list}?state=submitted&level=impact`,
    "list sorted by cluster": `${list}?sort=cluster`,
    "search, one reference": `${list}?text=${items[7]?.reference}`,
    "search, a common word": `${list}?text=havbruk`,
    "search, nothing": `${list}?text=finnesikke`,
    "list, rare filters": `${list}?county=c46&control=missing`,
    detail: `/staff/applications/${items[3]?.id}`,
    "detail in a list": `/staff/applications/${items[3]?.id}?list=state%3Dsubmitted`,
    overview: "/staff/calls/nic-2024/statistics",
  };
};

let filled = 0;
for (const count of process.argv.slice(2).map(Number)) {
  const begun = performance.now();
  await fill(table, filled, count);
  filled = count;
  console.log(
    `\n${count} applications (filled in ${((performance.now() - begun) / 1000).toFixed(0)} s)   p50   p95 ms   capacity units`,
  );
  for (const [name, address] of Object.entries(await asked())) {
    const took: number[] = [];
    let status = 0;
    cost.take();
    for (let n = 0; n < times; n += 1) {
      const before = performance.now();
      ({ status } = await ask(address, "text/html"));
      took.push(performance.now() - before);
    }
    const sorted = took.toSorted((a, b) => a - b);
    const units = (cost.take() / times).toFixed(1).padStart(10);
    console.log(`${name.padEnd(28)} ${status} ${quantile(sorted, 0.5)} ${quantile(sorted, 0.95)} ${units}`);
  }
}
