import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { saveSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { completeDraft } from "../support/answers.ts";
import { begin } from "../support/begun.ts";
import { aSection } from "../support/builders.ts";
import type { Request, Told } from "../support/http-event.ts";

/** A draft with every answer given, section by section as it is written. */
export const keepWritten = async (table: Table, given: Partial<Application> = {}): Promise<Application> => {
  const application = await begin(table, given);
  for (const [section, answers] of Object.entries(completeDraft(application.level)))
    await saveSection(table, { application, section: aSection({ section, answers }) });
  return application;
};

const Review = z.object({ revisions: z.record(z.string(), z.number()) });

/** What an applicant does with it, by requests. */
export const applicantOf = (
  ask: (request: Request) => Promise<Told>,
  { id }: Application,
  cookies: readonly string[],
) => {
  const path = (rest: string) => `/nb/applications/${id}${rest}`;
  const get = (rest: string) => ask({ path: path(rest), cookies, headers: { accept: "application/json" } });
  const post = (rest: string, json: unknown = {}, at?: string) =>
    ask({ method: "POST", path: path(rest), json, cookies, ...(at && { at }) });
  return {
    get,
    post,
    page: (rest: string, at?: string) => ask({ path: path(rest), cookies, ...(at && { at }) }),
    save: (section: string, revision: number, answers: object) =>
      ask({ method: "PUT", path: path(`/sections/${section}`), json: { revision, answers }, cookies }),
    /** Reviews and sends. */
    send: async (at?: string) => {
      const { revisions } = Review.parse((await get("/review")).json);
      return post("/submission", { idempotencyKey: randomUUID(), revisions }, at);
    },
  };
};
