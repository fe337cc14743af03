import { html } from "hono/html";
import type { LocalState } from "../local-state.ts";
import { machineSecret } from "../sign-in-client.ts";
import { onTheWall } from "../wall-time.ts";
import { page } from "./layout.ts";

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

export const startPage = ({
  clock,
  mailbox,
  objects,
  keys,
  people,
  functionNames,
  machines,
  auditLine,
}: LocalState): Promise<string> =>
  page(
    "The local runtime",
    html`<p>The whole service runs on this machine, from the same template that is deployed to AWS. Nothing leaves it.</p>
<dl>
<dt>Clock</dt><dd><a href="/local/clock">${onTheWall(clock.now())}</a></dd>
<dt>Inbox</dt><dd><a href="/local/inbox">${countOf(mailbox.all().length, "message")}</a></dd>
<dt>Mails</dt><dd><a href="/local/mails">Every kind of mail, with made-up contents</a></dd>
<dt>Files</dt><dd><a href="/local/files">${countOf(objects.all().length, "version")}</a></dd>
<dt>Keys</dt><dd><a href="/local/keys">${countOf(keys.length, "key")}</a></dd>
<dt>People</dt><dd><a href="/local/people">${people.length} to sign in as</a></dd>
<dt>Case systems</dt><dd>${machines.map(({ id }) => html`client <code>${id}</code>, `)}secret <code>${machineSecret}</code>; what they read is described at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></dd>
<dt>Functions</dt><dd>${functionNames.join(", ")}</dd>
</dl>
<h2>As JSON</h2>
<p>For scripts and tests: <code>GET /local/people</code>, <code>GET /local/messages?to=address</code>,
<code>GET /local/clock</code>, <code>POST /local/clock {"to": "2024-06-21T16:00:00+02:00"}</code>,
<code>GET /local/files</code>, <code>POST /local/scans {"wait": true}</code>, <code>POST /local/register {"mood": "down"}</code>,
<code>POST /local/outage {"ses": true}</code> or <code>{"kms": true}</code>,
<code>POST /local/mail {"mood": "bounces"}</code>, <code>GET /local/queues</code>.</p>
<h2>Audit</h2>
<p>Goes through every history, submission and receipt here and names what is not as it was written. Paste it into a shell, in the project's folder:</p>
<pre tabindex="0">${auditLine}</pre>
<h2>What is not as on AWS</h2>
<ul>
<li>Time is the clock's, which can be moved. What repeats every minute or hour runs less often on a long way.</li>
<li>Nothing is cached at the edge, and nothing is throttled.</li>
<li>Mail stays here, and is told to be delivered at once, unless it is asked to bounce.</li>
<li>Keys are made here, and their signatures prove nothing.</li>
</ul>`,
    "/local",
  );
