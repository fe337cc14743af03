import { type ClientMetadata, type Configuration, errors, type KoaContextWithOIDC } from "oidc-provider";
import * as z from "zod";
import { type MachineClient, machineSecret } from "./sign-in-client.ts";

const metadataOf = ({ id, scopes }: MachineClient): ClientMetadata => ({
  client_id: id,
  client_secret: machineSecret,
  token_endpoint_auth_method: "client_secret_basic",
  grant_types: ["client_credentials"],
  response_types: [],
  redirect_uris: [],
  scope: scopes.join(" "),
});

/** Whose tokens they are, as oidc-provider must be told: Cognito knows no such name. */
const resource = "urn:machines";

/** As Cognito: all that the client may have when it asks for none, and no token at all when it asks for another. */
const grant = ({ oidc: { params = {} } }: KoaContextWithOIDC, scopes: readonly string[]): void => {
  const asked = z.string().catch("").parse(params["scope"]).split(" ").filter(Boolean);
  const another = asked.find((one) => !scopes.includes(one));
  if (another !== undefined) throw new errors.InvalidScope("the client does not have this scope", another);
  if (asked.length === 0) params["scope"] = scopes.join(" ");
};

/** What makes an issuer give machines tokens that look like Cognito's: signed, with the client and no audience. */
export const machineTokens = (machines: readonly MachineClient[]) => ({
  clients: machines.map(metadataOf),
  scopes: ["openid", "offline_access", ...machines.flatMap(({ scopes }) => scopes)],
  features: {
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: (_, { clientId }) => (machines.some(({ id }) => id === clientId) ? resource : []),
      getResourceServerInfo: (context, _, { clientId }) => {
        const { scopes = [] } = machines.find(({ id }) => id === clientId) ?? {};
        grant(context, scopes);
        return { scope: scopes.join(" "), accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } };
      },
    },
  } satisfies Configuration["features"],
  formats: {
    customizers: {
      jwt: (_, __, { payload }) => {
        // oidc-provider gives no token without an audience: this is one to it, and nothing when it is written.
        Object.assign(payload, { token_use: "access", version: 2, aud: { toJSON: () => undefined } });
      },
    },
  } satisfies Configuration["formats"],
});
