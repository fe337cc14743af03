import middy from "@middy/core";
import httpRouter, { type Method } from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Session } from "#shared/domain/session.ts";
import type { Instant } from "#shared/domain/time.ts";
import { letIn, readAtDoor, recognise } from "./door.ts";
import { errorFields, log } from "./log.ts";
import { allowingFiles, type File, type Page, type Redirect, type Reply } from "./reply.ts";
import { type Asked, readRequest, type SignedIn, type Site } from "./request.ts";
import { say } from "./say.ts";

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
  /** Told of every refusal and failure here, from the door or from the room, before it is said. Never fails, and takes no time to speak of. */
  readonly whenRefused?: (asked: Asked, refusal: Refusal | "failed") => Promise<void>;
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
  /** What can be quoted of an attempt that has been noted. */
  readonly evidence?: string;
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

const isSignedIn = (asked: Asked): asked is SignedIn =>
  asked.person !== undefined && asked.signedInUntil !== undefined;

const enter = async (route: Route, asked: Asked): Promise<Answer> => {
  if (route.for === "anyone") return route.answer(asked);
  return isSignedIn(asked) ? route.answer(asked) : { reason: "sign-in-required" };
};

const notFound: Route = {
  for: "anyone",
  method: "ANY",
  path: "/{proxy+}",
  answer: async () => ({ reason: "not-found" }),
};

/** Nothing that breaks leaves a trace of itself but in the log. */
const regret = (error: unknown, { requestId }: Asked): Refusal | "failed" => {
  if (error instanceof Error && error.name === "TooBusy") return { reason: "too-busy" };
  log("failed", { level: "ERROR", requestId, ...errorFields(error) });
  return "failed";
};

const answerAt = async (route: Route, event: APIGatewayProxyEventV2, service: Service) => {
  const where = { route, service };
  // As much as is known of it so far, so that whatever breaks, what was posted can be handed back.
  let asked = readRequest(event, service.site);
  try {
    const read = await readAtDoor(asked, event, service, route);
    if (!read.ok) return await say(read.refusal, asked, where);
    asked = read.value;
    asked = await recognise(asked, service, route);
    const admitted = letIn(asked, route);
    if (!admitted.ok) return await say(admitted.refusal, asked, where);
    asked = admitted.value;
    return await say(await enter(route, asked), asked, where);
  } catch (error) {
    return say(regret(error, asked), asked, where);
  }
};

const withFiles = (answer: APIGatewayProxyStructuredResultV2, { site }: Service) =>
  site.files ? allowingFiles(answer, site.files) : answer;

/** The one way a function answers HTTP: who may come in, what was sent, what is said and how. */
export const serve = (service: Service) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
      routes: [...service.routes, notFound].map((route) => ({
        method: route.method,
        path: route.path,
        handler: async (event: APIGatewayProxyEventV2) =>
          withFiles(await answerAt(route, event, service), service),
      })),
    }),
  );
