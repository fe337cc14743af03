import type { Configuration } from "oidc-provider";
import type { SigningKey } from "./issuer-key.ts";
import { issuerMemory } from "./issuer-memory.ts";
import { machineTokens } from "./machine-tokens.ts";
import { errorPage, signedOutPage, signOutPage } from "./pages/issuer-pages.ts";
import type { LocalPerson } from "./people.ts";
import type { MachineClient, SignInClient } from "./sign-in-client.ts";

export interface IssuerOptions {
  /** The issuer's address; its path is where it is mounted. */
  readonly address: string;
  readonly clients: readonly SignInClient[];
  readonly machines?: readonly MachineClient[];
  readonly people: readonly LocalPerson[];
  readonly key: SigningKey;
  readonly log: (line: string) => void;
}

const clientMetadata = ({ id, redirectUris, logoutUris }: SignInClient) => ({
  client_id: id,
  // "native" would ask for consent again and again.
  application_type: "web" as const,
  token_endpoint_auth_method: "none" as const,
  grant_types: ["authorization_code"],
  response_types: ["code" as const],
  redirect_uris: [...redirectUris],
  post_logout_redirect_uris: [...logoutUris],
});

const claimsOf = ({ id, name, email, groups }: LocalPerson) => ({
  sub: id,
  name,
  email,
  email_verified: true,
  "cognito:groups": [...groups],
});

/** There is nothing to consent to: whoever has chosen a person grants all there is. */
const loadExistingGrant: Configuration["loadExistingGrant"] = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile email");
  await grant.save();
  return grant;
};

const features: Configuration["features"] = {
  devInteractions: { enabled: false },
  rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
};

/** An issuer whose tokens look like Cognito's: groups are in `cognito:groups`, and all claims in the id token. */
export const issuerConfiguration = ({
  clients,
  machines = [],
  people,
  key,
  address,
}: IssuerOptions): Configuration => {
  const forMachines = machineTokens(machines);
  return {
    jwks: { keys: [key] },
    cookies: { keys: ["only for this machine"] },
    adapter: issuerMemory(),
    clients: [...clients.map(clientMetadata), ...forMachines.clients],
    scopes: forMachines.scopes,
    pkce: { required: () => true },
    claims: {
      openid: ["sub", "cognito:groups"],
      profile: ["name"],
      email: ["email", "email_verified"],
    },
    conformIdTokenClaims: false,
    findAccount: (_, id) => {
      const person = people.find((one) => one.id === id);
      return person && { accountId: id, claims: () => claimsOf(person) };
    },
    loadExistingGrant,
    interactions: { url: (_, { uid }) => `${new URL(address).pathname}/interaction/${uid}` },
    // Where Cognito has it.
    routes: { token: "/oauth2/token" },
    ttl: {
      ...{ AccessToken: 3600, IdToken: 3600, AuthorizationCode: 60, ClientCredentials: 3600 },
      ...{ Interaction: 600, Grant: 86_400, Session: 86_400 },
    },
    renderError: errorPage,
    features: { ...features, ...forMachines.features },
    formats: forMachines.formats,
  };
};
