import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { sha256 } from "#shared/domain/digest.ts";
import { isStaff } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { mayDo, rights } from "#shared/domain/staff-role.ts";
import { readBody } from "./body.ts";
import { cookieName } from "./cookies.ts";
import { comesFromUs } from "./origin.ts";
import type { Asked } from "./request.ts";
import type { Route, Service } from "./serve.ts";

/** The request with what was sent, if it may be sent at all. */
export const readAtDoor = async (
  asked: Asked,
  event: APIGatewayProxyEventV2,
  { site }: Service,
  route: Route,
): Promise<Result<Asked, Refusal>> => {
  if (!asked.languageIsKnown) return refuse({ reason: "not-found" });
  if (asked.method === "GET") return accept(asked);
  if (!comesFromUs(asked, site.url)) return refuse({ reason: "foreign-origin" });
  const body = await readBody(event, route);
  return body.ok ? accept({ ...asked, ...body.value }) : body;
};

/** The request with who is signed in, where that is asked. */
export const recognise = async (
  asked: Asked,
  { site, findSession }: Service,
  route: Route,
): Promise<Asked> => {
  const id = asked.cookies[cookieName(site, "session")];
  if (route.for === "anyone" || route.for === "machine" || !id) return asked;
  const session = await findSession(sha256(id), asked.at);
  return session ? { ...asked, person: session.person, signedInUntil: session.expiresAt } : asked;
};

/** Whether they may come in here. */
export const letIn = (asked: Asked, route: Route): Result<Asked, Refusal> => {
  const { person } = asked;
  if (route.for === "anyone" || route.for === "machine") return accept(asked);
  if (!person) return refuse({ reason: "sign-in-required" });
  if (route.for === "staff" && !isStaff(person)) return refuse({ reason: "not-staff" });
  if (route.for === "staff" && !mayDo(person, route.may))
    return refuse({ reason: "not-your-role", takes: rights[route.may] });
  // A page says who it was made for: what is written there is not taken from whoever has signed in since.
  const { person: madeFor = person.id, ...body } = asked.body;
  return madeFor === person.id ? accept({ ...asked, body }) : refuse({ reason: "another-person" });
};
