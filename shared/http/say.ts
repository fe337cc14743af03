import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { log } from "./log.ts";
import { type RefusalWords, unexpected } from "./plain-refusals.ts";
import { problemDetails, unexpectedProblem } from "./problem.ts";
import { wordsFor } from "./refusal-words.ts";
import { fileResponse, htmlResponse, jsonResponse, seeOther, type Told } from "./reply.ts";
import type { Asked } from "./request.ts";
import type { Answer, RefusalView, Route, Service } from "./serve.ts";

/** Where something is said: the address that was asked, and the service it belongs to. */
export interface Where {
  readonly route: Route;
  readonly service: Service;
}

/** What a form posted is handed back with every refusal, but never what another site's page posted in somebody's name, nor one person's text to another. */
const isHandedBack = (reason: Refusal["reason"] | "failed"): boolean =>
  reason !== "foreign-origin" && reason !== "another-person";

const viewOf = (
  said: RefusalWords,
  asked: Asked,
  { handedBack, evidence }: { readonly handedBack: boolean; readonly evidence: Evidence | undefined },
): RefusalView => ({
  title: said.title[asked.language],
  explanation: said.explanation[asked.language],
  status: said.status,
  ...(evidence && { evidence: evidence.message }),
  ...(said.status === 401 && {
    signInTo: asked.method === "GET" ? asked.path : `/auth/session?lang=${asked.language}`,
  }),
  ...(handedBack && asked.posted.length > 0 && { resend: { action: asked.path, fields: asked.posted } }),
});

/** Problem Details tell a program the same, and nothing of what broke. */
const problemOf = (refusal: Refusal | "failed", said: RefusalWords, asked: Asked) =>
  refusal === "failed"
    ? unexpectedProblem(said, asked.language)
    : problemDetails(refusal, said, asked.language);

const sayNo = (refusal: Refusal | "failed", asked: Asked, { route, service }: Where) => {
  const said = refusal === "failed" ? unexpected : wordsFor(refusal);
  const reason = refusal === "failed" ? refusal : refusal.reason;
  const evidence = route.whenRefused && evidenceOf(asked, refusal);
  const more = reason === "too-busy" ? { headers: { "retry-after": "2" } } : undefined;
  if (asked.wantsJson) {
    const problem = { ...problemOf(refusal, said, asked), ...(evidence && { attempt: evidence }) };
    return jsonResponse(said.status, problem, "application/problem+json", more);
  }
  if (reason === "sign-in-required" && asked.method === "GET")
    return seeOther(`/auth/sign-in?to=${encodeURIComponent(asked.path)}`);
  const view = viewOf(said, asked, { handedBack: isHandedBack(reason), evidence });
  return htmlResponse(said.status, service.draw(service.refusalPage(asked, view)), more);
};

/** A refusal leaves a line in the log, and whoever keeps account of those of this address is told. */
const account = async (refusal: Refusal | "failed", asked: Asked, { route }: Where): Promise<void> => {
  if (refusal !== "failed") log("refused", { reason: refusal.reason, requestId: asked.requestId });
  await route.whenRefused?.(asked, refusal);
};

/** What a room answered, or that something failed, as HTTP: a page or JSON, as who asked wants it. */
export const say = async (
  answer: Answer | Told | "failed",
  asked: Asked,
  where: Where,
): Promise<APIGatewayProxyStructuredResultV2> => {
  if (answer === "failed" || "reason" in answer) {
    await account(answer, asked, where);
    return sayNo(answer, asked, where);
  }
  if ("refusal" in answer) {
    await account(answer.refusal, asked, where);
    if (asked.wantsJson) return sayNo(answer.refusal, asked, where);
    return htmlResponse(wordsFor(answer.refusal).status, where.service.draw(answer.page()));
  }
  if ("bytes" in answer) return fileResponse(answer);
  if ("to" in answer) {
    if (!asked.wantsJson || !answer.json) return seeOther(answer.to, answer.cookies);
    return jsonResponse(answer.json.status, answer.json.body, "application/json", {
      headers: { location: answer.to },
    });
  }
  const status = answer.status ?? 200;
  return asked.wantsJson || !("page" in answer)
    ? jsonResponse(status, answer.json(), "application/json", answer)
    : htmlResponse(status, where.service.draw(answer.page()), answer);
};
