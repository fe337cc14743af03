import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readAnswer, sendAnswer, sendMessage } from "./http-answer.ts";
import { httpEvent, splitTarget } from "./http-event.ts";
import { apiIn, type Route } from "./http-routes.ts";
import { type Admission, jwtAuthorizer } from "./jwt-authorizer.ts";
import type { Invocation } from "./lambda.ts";
import { type Match, matchRoute } from "./route-match.ts";
import type { Template } from "./template.ts";

export interface HttpApiOptions {
  readonly template: Template;
  readonly invoke: (functionArn: string, event: unknown) => Promise<Invocation>;
  /** Asked once for each request, when its head has arrived: milliseconds since 1970 on the runtime's clock. */
  readonly stamp: () => number;
  /** One line for each request that was answered. */
  readonly log?: (line: string) => void;
}

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const maxBodyBytes = 10 * 1024 * 1024;
const tooLate = Symbol("too late");

/** The body, or undefined when it is too large. It is read to its end, so that the sender hears the answer. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length <= maxBodyBytes) parts.push(part);
  }
  return length <= maxBodyBytes ? Buffer.concat(parts) : undefined;
};

const withinLimit = async <Value>(work: Promise<Value>, milliseconds: number) => {
  const limit = Promise.withResolvers<typeof tooLate>();
  const timer = setTimeout(() => limit.resolve(tooLate), milliseconds);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const turnAway = (
  response: ServerResponse,
  admission: Extract<Admission, string>,
  scopes: readonly string[],
): void => {
  const [status, message, error] = {
    unauthorized: [401, "Unauthorized", "invalid_token"] as const,
    forbidden: [403, "Forbidden", "insufficient_scope"] as const,
  }[admission];
  response.setHeader("www-authenticate", `Bearer scope="${scopes.join(" ")}" error="${error}"`);
  sendMessage(response, status, message);
};

const isTooLargeForLambda = (error: unknown): boolean =>
  error instanceof Error && error.name === "RequestTooLargeException";

/** Serves the template's HTTP API as API Gateway does, but for the stage's throttling, which is left out. */
export const httpApi = ({ template, invoke, stamp, log }: HttpApiOptions): RequestListener => {
  const { id: apiId, stageVariables, routes } = apiIn(template);
  const authorize = jwtAuthorizer();

  const match = (request: IncomingMessage): Match<Route> | undefined | URIError => {
    const [path] = splitTarget(request.url ?? "/");
    try {
      decodeURIComponent(path);
      return matchRoute(routes, request.method ?? "GET", path);
    } catch {
      return new URIError(path);
    }
  };

  const answerWith = async (response: ServerResponse, route: Route, event: unknown): Promise<void> => {
    const invocation = await withinLimit(invoke(route.functionArn, event), route.limitMilliseconds);
    if (invocation === tooLate) return sendMessage(response, 503, "Service Unavailable");
    const answer = invocation.functionError ? undefined : readAnswer(invocation.payload);
    if (!answer) return sendMessage(response, 500, "Internal Server Error");
    sendAnswer(response, answer);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = stamp();
    const requestId = randomBytes(11).toString("base64");
    response.setHeader("apigw-requestid", requestId);
    const found = match(request);
    const body = await readBody(request);
    if (found instanceof URIError) return sendMessage(response, 400, "Bad Request");
    if (!found) return sendMessage(response, 404, "Not Found");
    if (!body) return sendMessage(response, 413, "Request Entity Too Large");
    const { route, parameters } = found;
    const admitted = route.wanted && (await authorize(request.headers.authorization, route.wanted));
    if (typeof admitted === "string") return turnAway(response, admitted, route.wanted?.scopes ?? []);
    const known = { routeKey: route.key, parameters, apiId, stageVariables, authorizer: admitted };
    const arrival = { requestId, at, body, ...known };
    await answerWith(response, route, httpEvent(request, { ...arrival, account: template.account }));
  };

  const fail = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
    const hungUp = !request.complete || response.headersSent;
    if (hungUp) {
      response.destroy();
    } else if (isTooLargeForLambda(error)) {
      sendMessage(response, 413, "Request Entity Too Large");
    } else {
      log?.(`${request.method} ${request.url}: ${error}`);
      sendMessage(response, 500, "Internal Server Error");
    }
  };

  return async (request, response) => {
    const began = performance.now();
    response.once("finish", () => {
      const took = (performance.now() - began).toFixed(1);
      log?.(`${request.method} ${request.url} ${response.statusCode} ${took} ms`);
    });
    await serve(request, response).catch((error: unknown) => fail(request, response, error));
  };
};
