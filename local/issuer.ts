import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { type IssuerOptions, issuerConfiguration } from "./issuer-configuration.ts";
import { choosePersonPage } from "./pages/issuer-pages.ts";
import { sendPage } from "./pages/sending.ts";

/** Serves requests under the issuer's path. */
export type Issuer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Whoever signs in is asked who to be, every time: a sign-in begins without the session of the one before. */
const forgetSession = (request: IncomingMessage): void => {
  const cookies = request.headers.cookie?.split(/;\s*/) ?? [];
  request.headers.cookie = cookies.filter((cookie) => !cookie.startsWith("_session")).join("; ");
};

/** An OpenID Connect issuer (oidc-provider) where signing in means to pick a made-up person. */
export const makeIssuer = (options: IssuerOptions): Issuer => {
  const { address, people, log } = options;
  const mount = new URL(address).pathname;
  const provider = new Provider(address, issuerConfiguration(options));
  const serveProvider = provider.callback();
  provider.on("server_error", (_, error) => log(`issuer: ${error.stack}`));
  provider.on("grant.error", (_, error) => log(`issuer: ${error.message} ${error.error_description ?? ""}`));

  const choosePerson: Issuer = async (request, response) => {
    await provider.interactionDetails(request, response);
    if (request.method !== "POST")
      return sendPage(response, await choosePersonPage(request.url ?? "", people));
    const chosen = new URLSearchParams(await text(request)).get("person");
    const person = people.find(({ id }) => id === chosen);
    if (!person) return sendPage(response, await choosePersonPage(request.url ?? "", people), 400);
    const result = { login: { accountId: person.id, remember: false } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };

  return async (request, response) => {
    const path = (request.url ?? "").slice(mount.length);
    try {
      if (/^\/interaction\/[\w-]+$/.test(path)) return await choosePerson(request, response);
    } catch (error) {
      response.writeHead(400, { "content-type": "text/plain" });
      response.end(error instanceof Error ? `${error.message}: go back and sign in again` : "");
      return;
    }
    if (/^\/auth\b/.test(path)) forgetSession(request);
    // oidc-provider makes its own addresses from the difference of the two.
    Object.assign(request, { originalUrl: request.url, url: path });
    await serveProvider(request, response);
  };
};
