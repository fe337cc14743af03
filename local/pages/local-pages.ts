import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { html } from "hono/html";
import type { LocalState } from "../local-state.ts";
import { mailMoods } from "../mail/moods.ts";
import { readMail } from "../mail/read-mail.ts";
import { moods } from "../register/register.ts";
import { isForeign, readFields, wantsHtml } from "./asked.ts";
import { clockPage } from "./clock-page.ts";
import { readMove } from "./clock-request.ts";
import { filesPage } from "./files-page.ts";
import { inboxPage, mailPage } from "./inbox-page.ts";
import { keysPage } from "./keys-page.ts";
import { page } from "./layout.ts";
import { mailsPage, readSample } from "./mails-page.ts";
import { placeOf, readOutage } from "./outages.ts";
import { peoplePage } from "./people-page.ts";
import { queuesPage } from "./queues-page.ts";
import { registerPage } from "./register-page.ts";
import { sendJson, sendPage, sendText, sendTo } from "./sending.ts";
import { startPage } from "./start-page.ts";

type Answer = (request: IncomingMessage, response: ServerResponse, address: URL) => Promise<void> | void;

/** A mail's own HTML may bring styles and pictures in itself, and nothing else; its links open beside it. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
const linksOpenBeside = '<base target="_blank">';

const styleSheet = readFileSync(path.join(import.meta.dirname, "style.css"));

const clockState = ({ clock }: LocalState) => {
  const pace = clock.pace();
  return {
    now: new Date(clock.now()).toISOString(),
    stands: pace.kind === "stands" && pace.held,
    waits: pace.kind === "stands" && !pace.held,
  };
};

const moveClock =
  (local: LocalState): Answer =>
  async (request, response) => {
    const move = readMove(await readFields(request), local.clock.now());
    if (!move)
      return sendJson(
        response,
        { error: 'Say {"to": "2024-06-21T16:00:00+02:00"} or {"by": seconds}.' },
        400,
      );
    await local.travel(move.to, { held: move.held });
    if (wantsHtml(request)) sendTo(response, "/local/clock");
    else sendJson(response, clockState(local));
  };

const messages =
  ({ mailbox }: LocalState): Answer =>
  async (_, response, { searchParams }) => {
    const to = searchParams.get("to")?.toLowerCase();
    const mails = mailbox
      .all()
      .filter(({ destinations }) => !to || destinations.some((address) => address.toLowerCase() === to));
    const all = await Promise.all(mails.map(readMail));
    sendJson(
      response,
      all.map(({ id, to, subject, text, html, calendar }) => ({
        ...{ id, to: to.join(", "), subject, text, html, calendar },
      })),
    );
  };

const sendMailBody = (response: ServerResponse, body: string): void => {
  response.setHeader("content-security-policy", mailPolicy);
  sendText(response, "text/html; charset=utf-8", linksOpenBeside + body);
};

const mail =
  ({ mailbox }: LocalState): Answer =>
  async (_, response, { pathname }) => {
    const [id, part] = pathname.split("/").slice(3);
    const found = mailbox.all().find((one) => one.id === id);
    if (!found) return sendNotFound(response);
    const message = await readMail(found);
    if (part === undefined) return sendPage(response, await mailPage(message));
    if (part === "source.eml") return sendText(response, "message/rfc822", found.raw);
    if (part === "calendar.ics") return sendText(response, "text/calendar; charset=utf-8", message.calendar);
    if (part !== "body") return sendNotFound(response);
    sendMailBody(response, message.html);
  };

const mailSample: Answer = (_, response, { pathname }) => {
  const found = readSample(pathname.split("/")[3] ?? "");
  return found === undefined ? sendNotFound(response) : sendMailBody(response, found);
};

const nothingHere = html`<p><a href="/local">To the start</a></p>`;

const sendNotFound = (response: ServerResponse): Promise<void> =>
  page("There is nothing here", nothingHere).then((content) => sendPage(response, content, 404));

const answersOf = (local: LocalState): Readonly<Record<string, Answer>> => ({
  "GET /local": async (_, response) => sendPage(response, await startPage(local)),
  "GET /local/style.css": (_, response) => sendText(response, "text/css; charset=utf-8", styleSheet),
  "GET /local/inbox": async (_, response) =>
    sendPage(response, await inboxPage(await Promise.all(local.mailbox.all().map(readMail)), local)),
  "POST /local/mail": async (request, response) => {
    const wanted = String((await readFields(request))["mood"]);
    const mood = mailMoods.find((one) => one === wanted);
    if (!mood) return sendJson(response, { error: `Say {"mood": one of ${mailMoods.join(", ")}}.` }, 400);
    local.postman.mood = mood;
    if (wantsHtml(request)) sendTo(response, "/local/inbox");
    else sendJson(response, { mood });
  },
  "GET /local/messages": messages(local),
  "GET /local/mails": async (_, response, { searchParams }) =>
    sendPage(response, await mailsPage(searchParams.get("lang"))),
  "GET /local/people": async (request, response) =>
    wantsHtml(request)
      ? sendPage(response, await peoplePage(local.people))
      : sendJson(
          response,
          local.people.map(({ name, email, groups }) => ({ name, email, groups })),
        ),
  "GET /local/clock": async (request, response) =>
    wantsHtml(request) ? sendPage(response, await clockPage(local)) : sendJson(response, clockState(local)),
  "POST /local/clock": moveClock(local),
  "GET /local/files": async (request, response) =>
    wantsHtml(request)
      ? sendPage(response, await filesPage(local.objects.all(), local.scans.areWaiting()))
      : sendJson(response, local.objects.all()),
  "POST /local/scans": async (request, response) => {
    local.scans.wait(String((await readFields(request))["wait"]) === "true");
    if (wantsHtml(request)) sendTo(response, "/local/files");
    else sendJson(response, { wait: local.scans.areWaiting() });
  },
  "GET /local/keys": async (_, response) => sendPage(response, await keysPage(local.keys, local.outages)),
  "GET /local/queues": async (request, response) =>
    wantsHtml(request)
      ? sendPage(response, await queuesPage(local.queues.content()))
      : sendJson(response, local.queues.content()),
  "GET /local/register": async (request, response) =>
    wantsHtml(request)
      ? sendPage(response, await registerPage(local.register.mood()))
      : sendJson(response, { mood: local.register.mood() }),
  "POST /local/register": async (request, response) => {
    const wanted = String((await readFields(request))["mood"]);
    const mood = moods.find((one) => one === wanted);
    if (!mood) return sendJson(response, { error: `Say {"mood": one of ${moods.join(", ")}}.` }, 400);
    local.register.change(mood);
    if (wantsHtml(request)) sendTo(response, "/local/register");
    else sendJson(response, { mood });
  },
  "POST /local/outage": async (request, response) => {
    const change = readOutage(await readFields(request));
    if (!change) return sendJson(response, { error: 'Say {"ses": true} or {"kms": true}, or false.' }, 400);
    Object.assign(local.outages, change);
    if (wantsHtml(request)) sendTo(response, placeOf(change));
    else sendJson(response, local.outages);
  },
});

/** What has an address of its own below a page. */
const belowOf = (local: LocalState, pathname: string): Answer | undefined => {
  if (/^\/local\/inbox\/./.test(pathname)) return mail(local);
  return /^\/local\/mails\/./.test(pathname) ? mailSample : undefined;
};

/** Serves the runtime's own pages, all under /local. */
export const localPages = (local: LocalState) => {
  const answers = answersOf(local);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? "/", "http://localhost");
    const method = request.method === "HEAD" ? "GET" : request.method;
    const below = method === "GET" ? belowOf(local, address.pathname) : undefined;
    const answer = below ?? answers[`${method} ${address.pathname.replace(/\/$/, "")}`];
    if (!answer) return sendNotFound(response);
    if (method !== "GET" && isForeign(request))
      return sendJson(response, { error: "Not from another site." }, 403);
    await answer(request, response, address);
  };
};
