import { isRecord } from "./answers.ts";

/** What came of sending one file. */
export type Sent =
  | { readonly outcome: "uploaded"; readonly id: string }
  /** In the server's own words, where it has some. */
  | { readonly outcome: "refused"; readonly message?: string | undefined }
  | { readonly outcome: "failed" | "signed-out" | "cancelled" };

export interface FileToSend {
  readonly file: File;
  readonly field: string;
  /** Address of the application's files. */
  readonly files: string;
  readonly signal: AbortSignal;
  /** Id from an earlier try. */
  readonly id?: string | undefined;
  /** Told as soon as there is one. */
  readonly hasId: (id: string) => void;
  readonly progress: (percent: number) => void;
}

interface Ticket {
  readonly id: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const ticketIn = (body: unknown): Ticket | undefined => {
  if (!isRecord(body)) return undefined;
  const { id, url, fields } = body;
  return typeof id === "string" && typeof url === "string" && isRecord(fields)
    ? { id, url, fields }
    : undefined;
};

const messageIn = (body: unknown): string | undefined => {
  if (!isRecord(body)) return undefined;
  const [first]: readonly unknown[] = Array.isArray(body["problems"]) ? body["problems"] : [];
  const message = isRecord(first) ? first["message"] : body["detail"];
  return typeof message === "string" ? message : undefined;
};

const sha256 = async (file: File): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const json = { accept: "application/json", "content-type": "application/json" };

const judge = async (response: Response): Promise<Ticket | Sent> => {
  const body: unknown = await response.json().catch(() => undefined);
  const ticket = response.ok ? ticketIn(body) : undefined;
  if (ticket) return ticket;
  if (response.status === 401) return { outcome: "signed-out" };
  if (response.status >= 500 || response.status === 429 || response.ok) return { outcome: "failed" };
  return { outcome: "refused", message: messageIn(body) };
};

/** The ticket of an earlier try, or a new one: the server says yes before anything is sent. */
const ask = async ({ file, field, files, signal, id }: FileToSend): Promise<Ticket | Sent> => {
  const earlier = id ? await fetch(`${files}/${id}/upload`, { headers: json, signal }) : undefined;
  if (earlier?.ok) return judge(earlier);
  const declared = { name: file.name, type: file.type, bytes: file.size, sha256: await sha256(file) };
  const body = JSON.stringify({ field, ...declared });
  return judge(await fetch(files, { method: "POST", headers: json, signal, body }));
};

/** Straight to where files are kept. `fetch` cannot tell how far an upload has come; this can. */
const upload = (to: FileToSend, { id, url, fields }: Ticket): Promise<Sent> =>
  new Promise((resolve) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    form.append("file", to.file);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => to.progress(Math.floor((100 * loaded) / total));
    request.onload = () => resolve({ outcome: request.status < 300 ? "uploaded" : "refused", id });
    request.onerror = () => resolve({ outcome: "failed" });
    request.onabort = () => resolve({ outcome: "cancelled" });
    to.signal.addEventListener("abort", () => request.abort());
    request.open("POST", url);
    request.send(form);
  });

/** Sends one file: asks for leave, and uploads it with what came back. */
export const sendFile = async (to: FileToSend): Promise<Sent> => {
  try {
    const ticket = await ask(to);
    if ("outcome" in ticket) return ticket;
    to.hasId(ticket.id);
    return await upload(to, ticket);
  } catch {
    return { outcome: to.signal.aborted ? "cancelled" : "failed" };
  }
};
