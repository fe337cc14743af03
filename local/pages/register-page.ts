import { html } from "hono/html";
import { madeUp } from "../register/organisations.ts";
import { type Mood, moods } from "../register/register.ts";
import { page } from "./layout.ts";

const says: Readonly<Record<Mood, string>> = {
  normal: "answers as it should",
  slow: "answers after five seconds",
  down: "does not answer",
  "404": "knows nobody",
  "410": "says that everybody has been removed",
  deleted: "says that everybody has been deleted",
};

/** The made-up organisations, and what the register does when it is asked. */
export const registerPage = (mood: Mood): Promise<string> =>
  page(
    "Register",
    html`<p>A small Enhetsregisteret with made-up organisations. Just now it ${says[mood]}.</p>
<form method="post" action="/local/register">
${moods.map((one) => html`<button name="mood" value="${one}">It ${says[one]}</button> `)}
</form>
<div class="scroll" role="region" aria-label="Organisations" tabindex="0"><table>
<thead><tr><th scope="col">Number</th><th scope="col">Name</th><th scope="col">State</th></tr></thead>
<tbody>${madeUp.map(({ number, name, trouble, deleted, removed }) => html`<tr><td>${number}</td><td>${name || "(removed)"}</td><td>${trouble ?? (removed ? "removed (410)" : deleted ? `deleted ${deleted}` : "")}</td></tr>`)}</tbody>
</table></div>`,
    "/local/register",
  );
