import { expect, test, vi } from "vitest";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import type { Route } from "#shared/http/serve.ts";
import { messagesOf } from "#shared/records/messages.ts";
import type { Item } from "#shared/records/table.ts";
import { routes as documentRoutes } from "../../functions/documents/routes.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as exportRoutes } from "../../functions/export/routes.ts";
import { routes as staffRoutes } from "../../functions/staff-console/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { routes as signUpRoutes } from "../../functions/webinar-sign-up/routes.ts";
import { kept } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";
import { everything, openWebinar, webinarId } from "./webinar.ts";

const { keys } = await openTestKeys("2024-1");

/** What looking may leave: that somebody looked, began to review or had a session, and the signature of a receipt. */
const leftByLooking = new Set(["event", "attempt", "session", "presence", "receipt", "limit"]);

/** What has been decided: without what counts an application's events, which looking is one of. */
const decided = (items: readonly Item[]) =>
  items
    .filter(({ item }) => !leftByLooking.has(String(item)))
    .map(({ revision, lastEvent, reviewedAt: _, ...others }) =>
      others["item"] === "application" ? others : { revision, lastEvent, ...others },
    );

test("no address that is only opened confirms, cancels, sends, spends or changes anything", {
  timeout: 240_000,
}, async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const { table, one, signUp } = await openWebinar();
  const { bucket } = await localBucket();
  const gets: Route[] = [];
  const ask = asking(table, (around) => {
    const all = [
      ...draftRoutes({ table, register: nobody }),
      ...submissionRoutes({ ...around, keys }),
      ...documentRoutes(around),
      ...exportRoutes(table, bucket),
      ...staffRoutes(table, bucket, around.site.url),
      ...signUpRoutes(around),
    ];
    gets.push(...all.filter(({ method }) => method === "GET"));
    return all;
  });
  const owner = [await signedIn(table)];
  const staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
  const [draft, sent] = [await keepDraft(table), await keepSubmitted(table)];
  const invited = { email: "line@kollega.example", may: "edit" };
  const told = await ask({
    method: "POST",
    path: `/nb/applications/${draft.id}/colleagues`,
    cookies: owner,
    json: invited,
  });
  expect(told.status).toBeLessThan(300);
  const [invitation] = (await messagesOf(table, draft.id)).flatMap(({ content }) =>
    content.kind === "invitation" ? [content] : [],
  );
  if (!invitation) throw new Error("Nobody was invited");
  const who = await one();
  await signUp({ email: "b@eksempel.example" });
  const before = decided(await everything(table));

  const ids = [draft.id, sent.id, who.registration.id];
  const parts = { lang: "nb", call: "nic-2024", section: "applicant", webinar: webinarId, number: "1" };
  const pathsOf = ({ path }: Route): readonly string[] => {
    const filled = Object.entries(parts).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, value),
      path,
    );
    return ids.map((id) => filled.replace(/\{[a-z]+\}/g, id));
  };
  const query = `?key=${who.key}&action=cancel&accept&confirm&withdraw&change&number=1&level=impact&state=cancelled`;
  const statuses = new Set<number>();
  for (const path of gets.flatMap(pathsOf))
    for (const cookies of [owner, staff])
      statuses.add((await ask({ path: `${path}${query}`, cookies, at: "2024-06-20T13:00:00.000Z" })).status);
  const invitee = [
    await signedIn(table, { id: PersonId.parse("line"), email: EmailAddress.parse(invited.email) }),
  ];
  const path = `/nb/invitations/${draft.id}/${invitation.colleagueId}?key=${invitation.key}&accept&action=accept`;
  const opened = await ask({ path, cookies: invitee, at: "2024-04-15T08:00:00.000Z" });
  expect(opened.status).toBe(200);
  expect(gets.length).toBeGreaterThan(40);
  expect(statuses).toContain(200);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  expect(decided(await everything(table))).toEqual(before);
  expect((await kept(table, sent)).state).toBe("submitted");
});
