import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Language } from "#shared/domain/text.ts";
import { buildSite } from "#web/build-site.ts";
import { drawn } from "./samples.tsx";

/** As strict as the product's own, so that what it would stop is stopped here. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface SampleServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const listen = (server: ReturnType<typeof createServer>): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    });
  });

export const sendPage = (response: ServerResponse, html: string, status = 200): void => {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
  });
  response.end(html);
};

/** Serves `/samples/<language>/<name>` with the real style and script; `answer` may take a request first. */
export const serveSamples = async (answer: Answer = async () => false): Promise<SampleServer> => {
  const site = await mkdtemp(join(tmpdir(), "opptak-site-"));
  await buildSite(site);
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    if (await answer(request, response)) return;
    const [, folder, first = "", name = ""] = new URL(request.url ?? "/", "http://here").pathname.split("/");
    if (folder === "samples") return sendPage(response, drawn(name, Language.parse(first), "/assets/0"));
    if (folder !== "assets") return sendPage(response, "", 404);
    response.writeHead(200, { "content-type": types[extname(name)] ?? "" });
    response.end(await readFile(join(site, name)));
  };
  const server = createServer((request, response) => void respond(request, response));
  const url = await listen(server);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(site, { recursive: true, force: true });
  };
  return { url, stop };
};
