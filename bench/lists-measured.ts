// Run by lists.ts, in one bundle with the pages: Node itself reads no JSX.
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { sha256 } from "#shared/domain/digest.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { serve } from "#shared/http/serve.ts";
import { keepSession } from "#shared/records/sessions.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { tableDefinition } from "#shared/records/table-definition.ts";
import { document } from "#web/document.ts";
import { refusalPage } from "#web/pages/refusal-page.tsx";
import { routes } from "../functions/staff-console/routes.ts";
import { aPerson } from "../test/support/builders.ts";
import { aContext, anHttpEvent, read } from "../test/support/http-event.ts";
import { type Fillable, fill } from "./lists-fill.ts";

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

const call = "/staff/calls/nic-2024";

const ofApplications = async (): Promise<Readonly<Record<string, string>>> => {
  const list = `${call}/applications`;
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
    overview: `${call}/statistics`,
  };
};

const ofRegistrations = async (): Promise<Readonly<Record<string, string>>> => {
  const list = `${call}/registrations`;
  const { json } = await ask(list, "application/json");
  const { items, next } = z
    .object({
      items: z.array(z.object({ id: z.string(), webinarId: z.string(), name: z.string() })),
      next: z.string(),
    })
    .parse(json);
  return {
    "list, first page": list,
    "list, next page": next,
    "list by state": `${list}?state=registered`,
    "search, one person": `${list}?text=${items[7]?.name}`,
    "search, a common word": `${list}?text=havbruk`,
    "search, nothing": `${list}?text=finnesikke`,
    detail: `/staff/registrations/${items[3]?.webinarId}/${items[3]?.id}`,
    overview: `${call}/statistics`,
  };
};

const asked = { applications: ofApplications, registrations: ofRegistrations } as const;

const [first = "", ...others] = process.argv.slice(2);
const what: Fillable = first === "registrations" ? first : "applications";
let filled = 0;
for (const count of others.map(Number)) {
  const begun = performance.now();
  await fill(table, what, { from: filled, count });
  filled = count;
  console.log(
    `\n${count} ${what} (filled in ${((performance.now() - begun) / 1000).toFixed(0)} s)   p50   p95 ms   capacity units`,
  );
  for (const [name, address] of Object.entries(await asked[what]())) {
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
