import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { countAnew } from "../../operator/count-anew.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const at = "2024-06-24T08:00:00.000Z";
const list = "/staff/calls/nic-2024/applications";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let ola: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ site }) => routes(table, openBucket("files"), site.url));
  ola = [await signedIn(table, { id: PersonId.parse("ola"), name: "Ola S.", roles: ["officer"] })];
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask({ path, cookies: ola, at, headers });
const post = (path: string, form: Record<string, string>) =>
  ask({ method: "POST", path, cookies: ola, form, at });

const Listed = z.object({ items: z.array(z.object({ reference: z.string() })) });
const found = async (query: string) => {
  await countAnew(table, instant(at));
  const { json } = await get(`${list}?${query}`, { accept: "application/json" });
  return Listed.parse(json).items.map(({ reference }) => reference);
};

const take = ({ id }: Application) => post(`/staff/applications/${id}/assignment`, { action: "take" });

test("cases are found by who has them, and by when they were sent, on the days of the call's clock", async () => {
  const mine = await keepSubmitted(table, { at: "2024-06-19T22:30:00.000Z" });
  const nobodys = await keepSubmitted(table, { at: "2024-06-19T21:30:00.000Z" });
  const draft = await keepDraft(table);
  await take(mine);
  expect(await found("officer=mine")).toEqual([mine.reference]);
  expect(await found("officer=none&state=submitted")).toEqual([nobodys.reference]);
  expect(await found("from=2024-06-20")).toEqual([mine.reference]);
  expect(await found("until=2024-06-19")).toEqual([nobodys.reference]);
  expect(await found("from=2024-06-19&until=2024-06-20&sort=submittedAt")).toEqual([
    nobodys.reference,
    mine.reference,
  ]);
  expect(await found("")).toEqual([mine.reference, nobodys.reference, draft.reference]);
});

test("a case that is given back is nobody's again", async () => {
  const one = await keepSubmitted(table);
  await take(one);
  await post(`/staff/applications/${one.id}/assignment`, { action: "release" });
  expect(await found("officer=mine")).toEqual([]);
  expect(await found("officer=none")).toEqual([one.reference]);
});

test("the list has the columns that are asked for, in its own order, and no others", async () => {
  await keepSubmitted(table, { organisation: "Havbruk AS", cluster: "Sjøklyngen" });
  await countAnew(table, instant(at));
  const { text } = await get(`${list}?columns=owner,cluster,nonsense`);
  const headings = [...text.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(([, name]) => name);
  expect(headings).toEqual(["Referanse", "Klynge", "Eier"]);
  expect(text).toContain("Sjøklyngen");
  expect(text).not.toContain("<td>Havbruk AS");
});

test("an application opened from a list leads to those beside it, and stays in the list when it is worked with", async () => {
  const days = ["17", "18", "19"];
  const all = await Promise.all(
    days.map((day) => keepSubmitted(table, { at: `2024-06-${day}T12:00:00.000Z` })),
  );
  await keepDraft(table);
  await countAnew(table, instant(at));
  const [oldest, middle, newest] = all;
  const { text } = await get(`${list}?state=submitted`);
  const address = `/staff/applications/${middle?.id}?lang=nb&list=state%3Dsubmitted`;
  expect(text.replaceAll("&amp;", "&")).toContain(`href="${address}"`);
  const page = (await get(address)).text.replaceAll("&amp;", "&");
  expect(page).toContain(`Forrige i listen: ${newest?.reference}`);
  expect(page).toContain(`Neste i listen: ${oldest?.reference}`);
  expect(page).toContain(`href="${list}?lang=nb&state=submitted"`);
  const action = page.match(/action="([^"]+assignment[^"]+)"/)?.[1] ?? "";
  const told = await post(action, { action: "take" });
  expect(told.headers["location"]).toBe(`${address}#case`);
});
