import { html } from "hono/html";
import type { QueueContent } from "../queues.ts";
import { page } from "./layout.ts";

export const queuesPage = (queues: readonly QueueContent[]): Promise<string> =>
  page(
    "Dead letters",
    html`<p>What was given up after every try. On AWS an alarm watches these queues.</p>
${queues.map(
  ({ name, messages }) => html`<h2>${name}</h2>
${messages.length === 0 ? html`<p>Empty.</p>` : messages.map((message) => html`<pre tabindex="0">${JSON.stringify(message, undefined, 2)}</pre>`)}`,
)}`,
    "/local/queues",
  );
