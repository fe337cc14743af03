import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
} from "openid-client";
import * as z from "zod";
import { EmailAddress, type Person, PersonId, Role } from "#shared/domain/person.ts";
import type { Language } from "#shared/domain/text.ts";

export interface IssuerSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** The claim that lists a person's groups: `cognito:groups` at Cognito. */
  readonly groupsClaim: string;
  readonly siteUrl: string;
}

/** What the sign-in service must say of a person before we let them in. */
const Claims = z.object({ sub: PersonId, email: EmailAddress, name: z.string().max(200).optional() });

const isLoopback = (url: URL): boolean => url.hostname === "127.0.0.1" || url.hostname === "localhost";

/** Plain http is for an issuer on one's own machine only (RFC 8252 § 8.3). */
const discover = ({ issuer, clientId }: IssuerSettings): Promise<Configuration> => {
  const url = new URL(issuer);
  const unsafe = url.protocol === "http:" && isLoopback(url) ? [allowInsecureRequests] : [];
  // What says which role somebody has is believed by its signature, not only by where it came from.
  const execute = [enableNonRepudiationChecks, ...unsafe];
  return discovery(url, clientId, undefined, None(), { execute, timeout: 10 });
};

const rolesIn = (groups: unknown): Role[] =>
  z
    .array(z.string())
    .catch([])
    .parse(groups)
    .flatMap((group) => Role.safeParse(group).data ?? []);

/** The sign-in service, found when it is first needed and asked again if that failed. */
export const openIssuer = (settings: IssuerSettings) => {
  let found: Promise<Configuration> | undefined;
  const configuration = () => {
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    /** Where the browser goes to sign in: authorization code with PKCE (RFC 7636). */
    async addressFor(way: {
      state: string;
      nonce: string;
      verifier: string;
      language: Language;
    }): Promise<string> {
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${settings.siteUrl}/auth/callback`,
        scope: "openid email profile",
        state: way.state,
        nonce: way.nonce,
        ui_locales: way.language,
        code_challenge: await calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: "S256",
      }).href;
    },
    /** Who came back. Throws when the answer is not what we asked for. */
    async personFrom(
      path: string,
      expected: { state: string; nonce: string; verifier: string },
    ): Promise<Person> {
      const tokens = await authorizationCodeGrant(await configuration(), new URL(path, settings.siteUrl), {
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        pkceCodeVerifier: expected.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims() ?? {};
      const { sub, email, name } = Claims.parse(claims);
      const groups: unknown = Object.entries(claims).find(([claim]) => claim === settings.groupsClaim)?.[1];
      return { id: sub, email, name: name ?? email, roles: rolesIn(groups) };
    },
    /** Where one signs out of the sign-in service itself, if it has such a place (OpenID Connect RP-Initiated Logout). */
    async signOutAddress(): Promise<string | undefined> {
      const known = await configuration();
      if (!known.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(known, {
        client_id: settings.clientId,
        post_logout_redirect_uri: `${settings.siteUrl}/auth/signed-out`,
        logout_uri: `${settings.siteUrl}/auth/signed-out`,
      }).href;
    },
  };
};
export type Issuer = ReturnType<typeof openIssuer>;
