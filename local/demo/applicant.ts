import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { LocalPerson } from "../people.ts";
import { type Ask, attachAll } from "./attach.ts";
import { type GivenAnswers, madeUpAnswers, Questions } from "./made-up-answers.ts";
import { makeVisitor } from "./visitor.ts";

export type Level = "connect" | "explore" | "impact";

/** Somebody who is signed in, and what they can do through the service's JSON. */
export interface Applicant {
  /** Starts an application and gives its id. */
  readonly start: (level: Level) => Promise<string>;
  /** Answers the first sections of an application, or all of them. */
  readonly answer: (id: string, given: GivenAnswers, howMany?: number) => Promise<void>;
  readonly submit: (id: string) => Promise<void>;
  readonly withdraw: (id: string) => Promise<void>;
  /** The application's deadline in ISO 8601. */
  readonly deadlineOf: (id: string) => Promise<string>;
}

const Started = z.object({ id: z.string() });
const Overview = z.object({ deadline: z.string(), sections: z.array(z.object({ id: z.string() })) });
const Section = z.object({ revision: z.number(), questions: Questions });
const Review = z.object({
  problems: z.array(z.object({ pointer: z.string(), message: z.string() })),
  revisions: z.record(z.string(), z.number()),
});

/** Signs in at the issuer as a person would: go there, choose, come back. */
export const signIn = async (site: string, person: LocalPerson, place: number): Promise<Applicant> => {
  const { follow } = makeVisitor();
  const choice = await follow(`${site}/auth/sign-in`);
  await follow(choice.url, { method: "POST", body: new URLSearchParams({ person: person.id }) });

  const ask: Ask = async ([method, path], schema, body) => {
    const headers = { accept: "application/json", "content-type": "application/json", origin: site };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const { response } = await follow(`${site}/nb${path}`, init);
    const told: unknown = await response.json().catch(() => undefined);
    if (response.ok) return schema.parse(told);
    throw new Error(`the demo met ${response.status} at ${method} ${path}: ${JSON.stringify(told)}`);
  };

  const overview = (id: string) => ask(["GET", `/applications/${id}`], Overview);

  return {
    start: async (level) => (await ask(["POST", "/calls/nic-2024/applications"], Started, { level })).id,
    answer: async (id, given, howMany) => {
      const { sections } = await overview(id);
      for (const section of sections.slice(0, howMany)) {
        const path = `/applications/${id}/sections/${section.id}`;
        const { revision, questions } = await ask(["GET", path], Section);
        if (Object.values(questions).every(({ kind }) => kind === "files")) {
          await attachAll(ask, `/applications/${id}`, section.id, questions);
          continue;
        }
        const answers = madeUpAnswers(section.id, questions, given, place);
        await ask(["PUT", path], z.unknown(), { revision, answers });
      }
    },
    submit: async (id) => {
      const { problems, revisions } = await ask(["GET", `/applications/${id}/review`], Review);
      if (problems.length > 0)
        throw new Error(`the demo's answers have problems: ${JSON.stringify(problems)}`);
      const body = { idempotencyKey: randomUUID(), revisions };
      await ask(["POST", `/applications/${id}/submission`], z.unknown(), body);
    },
    withdraw: (id) => ask(["POST", `/applications/${id}/withdrawal`], z.unknown(), {}).then(() => {}),
    deadlineOf: async (id) => (await overview(id)).deadline,
  };
};
