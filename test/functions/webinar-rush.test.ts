import { expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { readSeats } from "#shared/records/seats.ts";
import { routes } from "../../functions/webinar-sign-up/routes.ts";
import { readMail } from "../../local/mail/read-mail.ts";
import { startDelivery } from "../mail/delivery.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request } from "../support/http-event.ts";
import { asking } from "./asking.ts";
import { byClients } from "./clients.ts";
import { webinarId, webinarWith } from "./webinar.ts";

/** The whole of it is 1,000 for 300 places; a third of that says the same in less time. */
const signUps = Number(process.env["WEBINAR_RUSH"] ?? "300");
const places = Math.floor(signUps * 0.3);
const cancellations = Math.floor(signUps * 0.1);
const clients = 64;

const start = instant("2024-04-15T07:00:00.000Z");
const emailOf = (n: number) => `p${n}@eksempel.example`;

const inLine = (all: readonly Registration[]) =>
  all
    .filter(({ state }) => state === "waiting")
    .toSorted((a, b) => {
      const [one, other] = [a, b].map(({ registeredAt, id }) => `${registeredAt.epochMilliseconds}#${id}`);
      return (one ?? "") < (other ?? "") ? -1 : 1;
    });

/** Sends all that is owed, over and over as the minutely run does. */
const deliverAll = async (run: (event: unknown) => Promise<unknown>, owed: () => Promise<unknown[]>) => {
  while ((await owed()).length > 0) await run({ at: "2024-04-15T09:00:00.000Z" });
};

test(`${signUps} sign-ups for ${places} places by ${clients} clients, and ${cancellations} cancellations`, {
  timeout: 600_000,
}, async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const table = await freshTable();
  await webinarWith(table, { places });
  const ask = asking(table, routes);
  const delivery = await startDelivery(table);
  const registrations = () => registrationsOfCall(table, CallId.parse("nic-2024"));
  const mails = () => Promise.all(delivery.mailbox.all().map(readMail));
  const owed = () => messagesDue(table, instant("2024-04-16T00:00:00Z"), 10_000);
  /** Whoever meets others for too long is told so, and tries again. */
  const untilTaken = async (request: Request): Promise<number> => {
    for (;;) {
      const { status } = await ask(request);
      if (status !== 429) return status;
    }
  };

  // Arrivals in another order than they are dealt with, and some at one instant.
  const statuses = await byClients(clients, signUps, (n) =>
    untilTaken({
      method: "POST",
      path: "/nb/calls/nic-2024/webinar",
      at: start.add({ milliseconds: Math.floor(((n * 7919) % signUps) / 2) }).toString(),
      headers: { "x-forwarded-for": `198.51.${n % 250}.7, 130.176.0.9` },
      json: { name: `Deltaker ${n}`, email: emailOf(n), interest: "undecided", language: "nb" },
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([202]));

  const before = await registrations();
  const line = inLine(before);
  const registered = before.filter(({ state }) => state === "registered");
  expect([registered.length, line.length]).toEqual([places, signUps - places]);
  expect(await readSeats(table, { id: webinarId, places })).toEqual({
    places,
    taken: places,
    waiting: signUps - places,
  });

  const links = await owed();
  expect(links).toHaveLength(signUps);
  await deliverAll(delivery.run, owed);
  const mailed = await mails();
  expect(mailed.map(({ to }) => to[0]).toSorted()).toEqual(
    Array.from({ length: signUps }, (_, n) => emailOf(n)).toSorted(),
  );
  expect(mailed.filter(({ calendar }) => calendar.includes("METHOD:REQUEST"))).toHaveLength(places);

  const leaving = links
    .flatMap(({ content }) => (content.kind === "registration" ? [content] : []))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, cancellations);
  const gone = await byClients(16, leaving.length, (n) =>
    untilTaken({
      method: "POST",
      path: `/nb/registrations/${leaving[n]?.registrationId}`,
      json: { action: "cancel", key: leaving[n]?.key },
    }),
  );
  expect(new Set(gone)).toEqual(new Set([200]));

  const after = await registrations();
  const promoted = after.filter(({ promotedAt }) => promotedAt);
  expect(promoted.map(({ id }) => id).toSorted()).toEqual(
    line
      .slice(0, cancellations)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(inLine(after).map(({ id }) => id)).toEqual(line.slice(cancellations).map(({ id }) => id));
  expect(after.filter(({ state }) => state === "registered")).toHaveLength(places);
  await deliverAll(delivery.run, owed);
  const since = (await mails()).slice(signUps);
  const invited = since.filter(({ calendar }) => calendar.includes("METHOD:REQUEST"));
  expect(invited.map(({ to }) => to[0]).toSorted()).toEqual(promoted.map(({ email }) => email).toSorted());
  expect(await mails()).toHaveLength(signUps + 2 * cancellations);
});
