import middy from "@middy/core";
import httpRouter, { type Method } from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Session } from "#shared/domain/session.ts";
import type { Right } from "#shared/domain/staff-role.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Takes } from "./body.ts";
import { letIn, readAtDoor, recognise } from "./door.ts";
import { errorFields, log } from "./log.ts";
import { allowingFiles, type File, type Page, type Redirect, type Reply, type Told } from "./reply.ts";
import { type Asked, type FromMachine, readRequest, type SignedIn, type Site } from "./request.ts";
import { say } from "./say.ts";

/** A refusal with a page of its own, where what was typed stands. */
export interface Refused {
  readonly refusal: Refusal;
  readonly page: () => Page;
}

export type Answer = Reply | Redirect | File | Refusal | Refused;

interface Address extends Takes {
  readonly method: Method;
  readonly path: string;
  /** Told of every refusal and failure here, from the door or from the room, before it is said. Never fails, and takes no time to speak of. */
  readonly whenRefused?: (asked: Asked, refusal: Refusal | "failed") => Promise<void>;
}

/** One address and who may come in. */
export type Route =
  | (Address & { readonly for: "anyone"; readonly answer: (asked: Asked) => Promise<Answer> })
  | (Address & { readonly for: "signed-in"; readonly answer: (asked: SignedIn) => Promise<Answer> })
  /** Whom the gateway lets through with a token, and who is told everything as JSON. */
  | (Address & { readonly for: "machine"; readonly answer: (asked: FromMachine) => Promise<Told | Refusal> })
  | (Address & {
      readonly for: "staff";
      readonly may: Right;
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

const isFromMachine = (asked: Asked): asked is FromMachine => asked.machine !== undefined;

const enter = async (route: Route, asked: Asked): Promise<Answer | Told> => {
  if (route.for === "anyone") return route.answer(asked);
  if (route.for === "machine") {
    if (isFromMachine(asked)) return route.answer(asked);
    throw new Error(`${route.path} was reached without a token: the gateway must ask for one`);
  }
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

/** As much as is known of a request by now, so that whatever breaks, what was posted can be handed back. */
interface Heard {
  readonly route: Route;
  asked: Asked;
}

const answerAt = async (heard: Heard, event: APIGatewayProxyEventV2, service: Service) => {
  const { route } = heard;
  const where = { route, service };
  const read = await readAtDoor(heard.asked, event, service, route);
  if (!read.ok) return say(read.refusal, heard.asked, where);
  heard.asked = read.value;
  heard.asked = await recognise(heard.asked, service, route);
  const admitted = letIn(heard.asked, route);
  if (!admitted.ok) return say(admitted.refusal, heard.asked, where);
  heard.asked = admitted.value;
  return say(await enter(route, heard.asked), heard.asked, where);
};

const withFiles = (answer: APIGatewayProxyStructuredResultV2, { site }: Service) =>
  site.files ? allowingFiles(answer, site.files) : answer;

/** Milliseconds before a function is stopped. By then it gives up, so that a failure can be said, and kept where that is done. */
const timeToApologise = 2500;

/** The one way a function answers HTTP: who may come in, what was sent, what is said and how. */
export const serve = (service: Service) => {
  const known = new WeakMap<APIGatewayProxyEventV2, Heard>();
  const hear = (event: APIGatewayProxyEventV2, route: Route): Heard => {
    const asked = readRequest(event, service.site);
    const heard = { route, asked: route.for === "machine" ? { ...asked, wantsJson: true } : asked };
    known.set(event, heard);
    return heard;
  };
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    timeoutEarlyInMillis: timeToApologise,
  })
    .use({
      onError: async (request) => {
        const { route, asked } = known.get(request.event) ?? hear(request.event, notFound);
        const said = await say(regret(request.error, asked), asked, { route, service });
        request.response = withFiles(said, service);
      },
    })
    .handler(
      httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
        routes: [...service.routes, notFound].map((route) => ({
          method: route.method,
          path: route.path,
          handler: async (event: APIGatewayProxyEventV2) =>
            withFiles(await answerAt(hear(event, route), event, service), service),
        })),
      }),
    );
};
