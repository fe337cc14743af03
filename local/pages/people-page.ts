import { html } from "hono/html";
import type { LocalPerson } from "../people.ts";
import { page } from "./layout.ts";

export const peoplePage = (people: readonly LocalPerson[]): Promise<string> =>
  page(
    "People to sign in as",
    html`<p>All of them are made up. <a href="/auth/sign-in">Sign in</a> shows them to choose from.</p>
<div class="scroll" role="region" aria-label="People" tabindex="0"><table>
<thead><tr><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Groups</th><th scope="col">About</th></tr></thead>
<tbody>${people.map(
      ({ name, email, groups, about }) =>
        html`<tr><td>${name}</td><td>${email}</td><td>${groups.join(", ") || "none"}</td><td>${about}</td></tr>`,
    )}</tbody>
</table></div>`,
    "/local/people",
  );
