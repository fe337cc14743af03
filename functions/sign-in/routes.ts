import { randomBytes } from "node:crypto";
import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import { sha256 } from "#shared/domain/digest.ts";
import { beginSession } from "#shared/domain/session.ts";
import { staffMemberOf } from "#shared/domain/staff-member.ts";
import { duration } from "#shared/domain/time.ts";
import { cookie, cookieName } from "#shared/http/cookies.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { type Asked, type SignedIn, type Site, sessionLeft } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { endSession, keepSession, keepSignIn, takeSignIn } from "#shared/records/sessions.ts";
import { keepStaffMember } from "#shared/records/staff.ts";
import type { Table } from "#shared/records/table.ts";
import { signedInPage } from "#web/pages/signed-in-page.tsx";
import { signedOutPage } from "#web/pages/signed-out-page.tsx";
import type { Issuer } from "./issuer.ts";
import { languageOf, ownPath } from "./own-path.ts";

const signInTakes = duration({ minutes: 30 });
const browserIsKnown = duration({ hours: 24 });

interface Around {
  readonly table: Table;
  readonly site: Site;
  readonly issuer: Issuer;
}

const random = () => randomBytes(32).toString("base64url");

/** Remembers who left for the sign-in service and where they wanted to go. Several windows may be on their way at once. */
const signIn = async (asked: Asked, { table, site, issuer }: Around): Promise<Answer> => {
  const to = asked.query["to"];
  const language = languageOf(to, asked.language);
  const browser = asked.cookies[cookieName(site, "browser")] ?? random();
  const way = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), language };
  await keepSignIn(table, sha256(way.state), {
    verifier: way.verifier,
    nonce: way.nonce,
    browserHash: sha256(browser),
    to: ownPath(to, language),
    language,
    expiresAt: asked.at.add(signInTakes),
  });
  return {
    to: await issuer.addressFor(way),
    cookies: [cookie(site, "browser", browser, browserIsKnown.total("seconds"))],
  };
};

const cameBack = async (asked: Asked, { table, site, issuer }: Around): Promise<Answer> => {
  const { state } = asked.query;
  const browser = asked.cookies[cookieName(site, "browser")];
  const left = state && browser ? await takeSignIn(table, sha256(state), asked.at) : undefined;
  if (!state || !browser || !left || left.browserHash !== sha256(browser))
    return { reason: "sign-in-failed" };
  const person = await issuer.personFrom(asked.path, { ...left, state }).catch((error: unknown) => {
    log("sign-in.refused", errorFields(error));
    return undefined;
  });
  if (!person) return { reason: "sign-in-failed" };
  const id = random();
  const session = beginSession(person, asked.at);
  const member = staffMemberOf(person, asked.at);
  if (member) await keepStaffMember(table, member);
  await keepSession(table, sha256(id), session);
  const seconds = (session.endsAt.epochMilliseconds - asked.at.epochMilliseconds) / 1000;
  return { to: left.to, cookies: [cookie(site, "session", id, seconds)] };
};

/** Being asked is what prolongs the session, as with every address; this one does nothing else. */
const showSession = async (asked: SignedIn): Promise<Answer> => ({
  page: () => signedInPage(asked),
  json: () => ({ person: asked.person.id, sessionLeft: sessionLeft(asked) }),
});

/** The record goes, so the cookie is worth nothing wherever it was copied to. */
const signOut = async (asked: Asked, { table, site }: Around): Promise<Answer> => {
  const id = asked.cookies[cookieName(site, "session")];
  if (id) await endSession(table, sha256(id));
  return { to: `/auth/signed-out?lang=${asked.language}`, cookies: [cookie(site, "session", "", 0)] };
};

const signedOut = async (asked: Asked, { issuer }: Around): Promise<Answer> => {
  const address = await issuer.signOutAddress().catch(() => undefined);
  return {
    page: () => signedOutPage(asked, address === undefined ? {} : { signOutOfIssuer: address }),
    json: () => ({ state: "signed-out" }),
  };
};

export const routes = (around: Around): readonly Route[] => [
  { for: "anyone", method: "GET", path: "/auth/sign-in", answer: (asked) => signIn(asked, around) },
  { for: "anyone", method: "GET", path: "/auth/callback", answer: (asked) => cameBack(asked, around) },
  { for: "signed-in", method: "GET", path: "/auth/session", answer: showSession },
  { for: "anyone", method: "POST", path: "/auth/sign-out", answer: (asked) => signOut(asked, around) },
  { for: "anyone", method: "GET", path: "/auth/signed-out", answer: (asked) => signedOut(asked, around) },
];
