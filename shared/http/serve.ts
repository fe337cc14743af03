import middy from "@middy/core";
import httpRouter, { type Method } from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { sha256 } from "#shared/domain/digest.ts";
import { isStaff } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import type { Session } from "#shared/domain/session.ts";
import type { Instant } from "#shared/domain/time.ts";
import { readBody } from "./body.ts";
import { cookieName } from "./cookies.ts";
import { errorFields, log } from "./log.ts";
import { comesFromUs } from "./origin.ts";
import { type RefusalWords, unexpected } from "./plain-refusals.ts";
import { problemDetails, unexpectedProblem } from "./problem.ts";
import { wordsFor } from "./refusal-words.ts";
import {
  allowingFiles,
  type File,
  fileResponse,
  htmlResponse,
  jsonResponse,
  type Page,
  type Redirect,
  type Reply,
  seeOther,
} from "./reply.ts";
import { type Asked, readRequest, type SignedIn, type Site } from "./request.ts";

/** A refusal with a page of its own, where what was typed stands. */
export interface Refused {
  readonly refusal: Refusal;
  readonly page: () => Page;
}

export type Answer = Reply | Redirect | File | Refusal | Refused;

interface Address {
  readonly method: Method;
  readonly path: string;
  /** Whether a file may come with a form; elsewhere a post with a file is refused. */
  readonly takesFile?: true;
}

/** One address and who may come in. */
export type Route =
  | (Address & { readonly for: "anyone"; readonly answer: (asked: Asked) => Promise<Answer> })
  | (Address & {
      readonly for: "signed-in" | "staff";
      readonly answer: (asked: SignedIn) => Promise<Answer>;
    });

export interface RefusalView {
  readonly title: string;
  readonly explanation: string;
  readonly status: number;
  readonly signInTo?: string;
  readonly resend?: { readonly action: string; readonly fields: readonly (readonly [string, string])[] };
}

export interface Service {
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly findSession: (hash: string, at: Instant) => Promise<Session | undefined>;
  /** Turns a page into a whole document. */
  readonly draw: (page: Page) => string;
  readonly refusalPage: (asked: Asked, refusal: RefusalView) => Page;
}

const words = (asked: Asked, said: RefusalWords, resend: boolean): RefusalView => ({
  title: said.title[asked.language],
  explanation: said.explanation[asked.language],
  status: said.status,
  ...(said.status === 401 && {
    signInTo: asked.method === "GET" ? asked.path : `/auth/session?lang=${asked.language}`,
  }),
  ...(resend && asked.posted.length > 0 && { resend: { action: asked.path, fields: asked.posted } }),
});

/** What a form posted is handed back with every refusal, but never what another site's page posted in somebody's name, nor one person's text to another. */
const isHandedBack = ({ reason }: Refusal): boolean =>
  reason !== "foreign-origin" && reason !== "another-person";

const sayNo = (refusal: Refusal, asked: Asked, { draw, refusalPage }: Service) => {
  const said = wordsFor(refusal);
  const more = refusal.reason === "too-busy" ? { headers: { "retry-after": "2" } } : undefined;
  if (asked.wantsJson)
    return jsonResponse(
      said.status,
      problemDetails(refusal, said, asked.language),
      "application/problem+json",
      more,
    );
  if (refusal.reason === "sign-in-required" && asked.method === "GET")
    return seeOther(`/auth/sign-in?to=${encodeURIComponent(asked.path)}`);
  return htmlResponse(said.status, draw(refusalPage(asked, words(asked, said, isHandedBack(refusal)))), more);
};

const say = (answer: Answer, asked: Asked, service: Service): APIGatewayProxyStructuredResultV2 => {
  if ("reason" in answer) {
    log("refused", { reason: answer.reason, requestId: asked.requestId });
    return sayNo(answer, asked, service);
  }
  if ("refusal" in answer) {
    log("refused", { reason: answer.refusal.reason, requestId: asked.requestId });
    if (asked.wantsJson) return sayNo(answer.refusal, asked, service);
    return htmlResponse(wordsFor(answer.refusal).status, service.draw(answer.page()));
  }
  if ("bytes" in answer) return fileResponse(answer);
  if ("to" in answer) {
    if (!asked.wantsJson || !answer.json) return seeOther(answer.to, answer.cookies);
    return jsonResponse(answer.json.status, answer.json.body, "application/json", {
      headers: { location: answer.to },
    });
  }
  const status = answer.status ?? 200;
  return asked.wantsJson
    ? jsonResponse(status, answer.json(), "application/json", answer)
    : htmlResponse(status, service.draw(answer.page()), answer);
};

const identify = async (route: Route, asked: Asked, service: Service): Promise<Result<Asked, Refusal>> => {
  if (route.for === "anyone") return accept(asked);
  const id = asked.cookies[cookieName(service.site, "session")];
  const session = id ? await service.findSession(sha256(id), asked.at) : undefined;
  if (!session) return refuse({ reason: "sign-in-required" });
  const { person, expiresAt } = session;
  if (route.for === "staff" && !isStaff(person)) return refuse({ reason: "not-staff" });
  // A page says who it was made for: what is written there is not taken from whoever has signed in since.
  const { person: madeFor = person.id, ...body } = asked.body;
  if (madeFor !== person.id) return refuse({ reason: "another-person" });
  return accept({ ...asked, body, person, signedInUntil: expiresAt });
};

const isSignedIn = (asked: Asked): asked is SignedIn =>
  asked.person !== undefined && asked.signedInUntil !== undefined;

const notFound: Route = {
  for: "anyone",
  method: "ANY",
  path: "/{proxy+}",
  answer: async () => ({ reason: "not-found" }),
};

const answerAt = async (route: Route, event: APIGatewayProxyEventV2, service: Service) => {
  const asked = readRequest(event, service.site);
  if (!asked.languageIsKnown) return say({ reason: "not-found" }, asked, service);
  if (asked.method !== "GET" && !comesFromUs(asked, service.site.url))
    return say({ reason: "foreign-origin" }, asked, service);
  const body =
    asked.method === "GET" ? accept({ body: {}, posted: [] }) : await readBody(event, route.takesFile);
  if (!body.ok) return say(body.refusal, asked, service);
  const withBody = { ...asked, ...body.value };
  const known = await identify(route, withBody, service);
  if (!known.ok) return say(known.refusal, withBody, service);
  if (route.for === "anyone") return say(await route.answer(known.value), known.value, service);
  if (!isSignedIn(known.value)) return say({ reason: "sign-in-required" }, withBody, service);
  return say(await route.answer(known.value), known.value, service);
};

/** Nothing that breaks leaves a trace of itself, and what a form posted comes back with the apology. */
const apologise = async (error: unknown, event: APIGatewayProxyEventV2, service: Service) => {
  const asked = readRequest(event, service.site);
  const body = await readBody(event, true);
  const withBody = body.ok ? { ...asked, ...body.value } : asked;
  if (error instanceof Error && error.name === "TooBusy")
    return say({ reason: "too-busy" }, withBody, service);
  log("failed", { level: "ERROR", requestId: asked.requestId, ...errorFields(error) });
  if (asked.wantsJson)
    return jsonResponse(500, unexpectedProblem(unexpected, asked.language), "application/problem+json");
  return htmlResponse(500, service.draw(service.refusalPage(withBody, words(withBody, unexpected, true))));
};

const withFiles = (answer: APIGatewayProxyStructuredResultV2, { site }: Service) =>
  site.files ? allowingFiles(answer, site.files) : answer;

/** The one way a function answers HTTP: who may come in, what was sent, what is said and how. */
export const serve = (service: Service) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use({
      onError: async (request) => {
        request.response = withFiles(await apologise(request.error, request.event, service), service);
      },
    })
    .handler(
      httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
        routes: [...service.routes, notFound].map((route) => ({
          method: route.method,
          path: route.path,
          handler: async (event: APIGatewayProxyEventV2) =>
            withFiles(await answerAt(route, event, service), service),
        })),
      }),
    );
