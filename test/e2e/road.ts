import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AttachedFiles } from "#shared/domain/attached-files.ts";
import type { Level } from "#shared/domain/call.ts";
import { Role } from "#shared/domain/person.ts";
import { people } from "../../local/people.ts";
import { type Runtime, startRuntime } from "../../local/runtime.ts";
import { completeDraft } from "../support/answers.ts";
import { aPdf } from "../support/documents.ts";
import { attach, checkedFiles } from "./attach.ts";

/** The whole system on a free port, its clock at 15 April 2024 09:00 Oslo; its lines kept for when something is to be looked into. */
export const startSystem = async (): Promise<Runtime & { readonly lines: string[] }> => {
  const lines: string[] = [];
  const runtime = await startRuntime({ port: 0, log: (line) => lines.push(line) });
  return Object.assign(runtime, { lines });
};

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export interface Client {
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Told>;
  readonly page: (path: string, form?: Record<string, string>) => Promise<Told>;
  readonly cookies: Map<string, string>;
}

/** A program or a browser without script: keeps cookies, follows nothing by itself. */
export const client = (site: string): Client => {
  const cookies = new Map<string, string>();
  const send = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Told> => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const init = { method, redirect: "manual" as const, headers: { ...headers, ...(cookie && { cookie }) } };
    const response = await fetch(new URL(path, site), body === undefined ? init : { ...init, body });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  return {
    cookies,
    ask: (method, path, body, headers = {}) =>
      send(
        method,
        path,
        {
          accept: "application/json",
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
      ),
    page: (path, form) =>
      form
        ? send(
            "POST",
            path,
            { accept: "text/html", "content-type": "application/x-www-form-urlencoded", origin: site },
            String(new URLSearchParams(form)),
          )
        : send("GET", path, { accept: "text/html" }),
  };
};

const roles: ReadonlySet<string> = new Set(Role.options);
export const applicants = people.filter(({ groups }) => !groups.some((group) => roles.has(group)));
/** Of the staff those who may do everything. */
export const staff = people.filter(({ groups }) => groups.includes("manager"));

/** Signs in as a person would: to the issuer, choose, and back. */
export const signIn = async (site: string, person = applicants[0]): Promise<Client> => {
  const one = client(site);
  let told = await one.page("/auth/sign-in?to=/nb/my-page");
  let at = site;
  for (let hops = 0; hops < 12; hops += 1) {
    const location = told.headers.get("location");
    if (location) at = new URL(location, at).href;
    if (new URL(at).pathname === "/nb/my-page") return one;
    told = told.status === 200 ? await one.page(at, { person: person?.id ?? "" }) : await one.page(at);
  }
  throw new Error(`could not sign in: ${told.status} at ${at}`);
};

const Started = z.object({ id: z.string() });
const Review = z.object({ problems: z.array(z.unknown()), revisions: z.record(z.string(), z.number()) });

/** Starts an application and fills in all of it. */
export const filledIn = async (one: Client, level: Level): Promise<string> => {
  const started = await one.ask("POST", "/nb/calls/nic-2024/applications", { level });
  const { id } = Started.parse(started.json);
  const { attachments = {}, ...sections } = completeDraft(level);
  for (const [field, files] of Object.entries(AttachedFiles.parse(attachments)))
    for (const { name } of files) await attach(one, id, { field, name, bytes: aPdf(name) });
  for (const [section, answers] of Object.entries(sections)) {
    const saved = await one.ask("PUT", `/nb/applications/${id}/sections/${section}`, {
      revision: 0,
      answers,
    });
    if (saved.status !== 200) throw new Error(`${section}: ${saved.status} ${saved.text}`);
  }
  await checkedFiles(one, id);
  return id;
};

/** What the review page hands on to the button that sends. */
export const reviewed = async (one: Client, id: string) => {
  const { problems, revisions } = Review.parse((await one.ask("GET", `/nb/applications/${id}/review`)).json);
  return { problems, sending: { idempotencyKey: randomUUID(), revisions } };
};
