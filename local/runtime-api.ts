import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { addressOf, listen } from "./listening.ts";

/** One invocation as the Runtime API hands it out. */
interface Work {
  readonly requestId: string;
  readonly functionArn: string;
  readonly event: string;
  /** Milliseconds since 1970, by the machine's own clock. */
  readonly deadline: number;
}

/** What a runtime client tells the Runtime API. */
export interface Happenings {
  readonly asked: () => void;
  readonly answered: (requestId: string, payload: string) => void;
  readonly failed: (requestId: string, payload: string) => void;
  readonly initFailed: (payload: string) => void;
}

export interface RuntimeApi {
  /** Host and port, as AWS_LAMBDA_RUNTIME_API wants it. */
  readonly address: string;
  /** Hands work to the client that has asked for it. */
  readonly offer: (work: Work) => void;
  readonly close: () => void;
}

const addresses = /^\/2018-06-01\/runtime\/(?:invocation\/(?<id>[^/]+)\/)?(?<what>\w+(?:\/\w+)?)$/;

const traceOf = ({ requestId }: Work): string =>
  `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll("-", "").slice(8)};Sampled=0`;

const hand = (response: ServerResponse, work: Work): void => {
  response.writeHead(200, {
    "content-type": "application/json",
    "lambda-runtime-aws-request-id": work.requestId,
    "lambda-runtime-deadline-ms": String(work.deadline),
    "lambda-runtime-invoked-function-arn": work.functionArn,
    "lambda-runtime-trace-id": traceOf(work),
  });
  response.end(work.event);
};

/** The Lambda Runtime API for one execution environment. */
export const openRuntimeApi = async (happenings: Happenings): Promise<RuntimeApi> => {
  let waiting: ServerResponse | undefined;

  const hear = (what: string, id: string, payload: string): boolean => {
    if (what === "response") happenings.answered(id, payload);
    else if (what === "error") happenings.failed(id, payload);
    else if (what === "init/error") happenings.initFailed(payload);
    else return false;
    return true;
  };

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { what = "", id = "" } = addresses.exec(request.url ?? "")?.groups ?? {};
    if (what === "invocation/next") {
      waiting = response;
      return happenings.asked();
    }
    const payload = (await buffer(request)).toString();
    const heard = hear(what, decodeURIComponent(id), payload);
    response.writeHead(heard ? 202 : 404, { "content-type": "application/json" });
    response.end(heard ? '{"status":"OK"}' : '{"errorMessage":"no such address in the Runtime API"}');
  };

  // A client killed in the middle of a sentence is reported by its exit, not here.
  const server = createServer((request, response) => void receive(request, response).catch(() => undefined));
  await listen(server);
  return {
    address: addressOf(server),
    offer: (work) => {
      if (waiting) hand(waiting, work);
      waiting = undefined;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
