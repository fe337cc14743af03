import { html } from "hono/html";
import type { LocalKey } from "../kms/keys.ts";
import type { Outages } from "../outages.ts";
import { type Markup, page } from "./layout.ts";
import { outageForm } from "./outages.ts";

const part = ({ id, description, publicKey }: LocalKey): Markup =>
  html`<h2>${description || id}</h2>
<dl><dt>Key</dt><dd>${id}</dd></dl>
<pre tabindex="0">${publicKey.export({ format: "pem", type: "spki" }).toString()}</pre>`;

export const keysPage = (keys: readonly LocalKey[], outages: Outages): Promise<string> =>
  page(
    "Keys",
    html`<p>What KMS signs with, and the public half that others check signatures by. A signature made on this machine proves nothing.</p>
${keys.map(part)}
${outageForm("kms", outages)}`,
    "/local/keys",
  );
