import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What answers behind the one address. */
export interface Behind {
  readonly issuer: Listener;
  /** Enhetsregisteret, as the functions ask it. */
  readonly register: Listener;
  readonly localPages: Listener;
  /** False when a request is not for a file. */
  readonly siteFiles: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly api: Listener;
}

export interface FrontDoor {
  readonly server: Server;
  /** Until this is called, every answer is that the runtime is starting. */
  readonly open: (behind: Behind) => void;
}

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Cookies and the issuer belong to 127.0.0.1; who came by another name of this machine is sent there. */
const otherName = ({ headers, method, url }: IncomingMessage): string | undefined => {
  const [name, port] = (headers.host ?? "").split(":");
  return name === "localhost" && method === "GET" ? `http://127.0.0.1:${port}${url}` : undefined;
};

const starting: Listener = (_, response) => {
  response
    .writeHead(503, { "retry-after": "1", "content-type": "text/plain" })
    .end("The local runtime is starting.");
};

const choose = ({ issuer, register, localPages, siteFiles, api }: Behind): Listener => {
  return (request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    const elsewhere = otherName(request);
    if (elsewhere !== undefined) return void response.writeHead(307, { location: elsewhere }).end();
    if (isUnder(path, "/local/issuer")) return issuer(request, response);
    if (isUnder(path, "/local/register/enheter")) return register(request, response);
    if (isUnder(path, "/local")) return localPages(request, response);
    if (siteFiles(request, response)) return;
    return api(request, response);
  };
};

/** The one address that everything on this machine is reached through. */
export const frontDoor = (log: (line: string) => void): FrontDoor => {
  let listener = starting;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await listener(request, response);
    } catch (error) {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end("The local runtime failed; what it said is where it was started.");
    }
  };
  return {
    server: createServer((request, response) => void serve(request, response)),
    open: (behind) => {
      listener = choose(behind);
    },
  };
};
