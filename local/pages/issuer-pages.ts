import { html, raw } from "hono/html";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { LocalPerson } from "../people.ts";
import { contentSecurityPolicy, type Markup, page } from "./layout.ts";

const show = async (context: KoaContextWithOIDC, title: string, body: Markup): Promise<void> => {
  context.set("content-security-policy", contentSecurityPolicy);
  context.type = "html";
  context.body = await page(title, body);
};

/** Where one signs in: whom to be. */
export const choosePersonPage = (action: string, people: readonly LocalPerson[]): Promise<string> =>
  page(
    "Who do you want to be?",
    html`<p>All of them are made up. On AWS, this is where one signs in for real.</p>
<form method="post" action="${action}">
<ul class="choices">${people.map(
      ({ id, name, email, about }) =>
        html`<li><button name="person" value="${id}"><strong>${name}</strong> <span>${email} (${about})</span></button></li>`,
    )}</ul>
</form>`,
  );

/** oidc-provider brings the form, without a button. */
export const signOutPage = (context: KoaContextWithOIDC, form: string): Promise<void> =>
  show(
    context,
    "Sign out",
    html`<p>Do you want to sign out of the local issuer, too?</p>
${raw(form)}
<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p>`,
  );

export const signedOutPage = (context: KoaContextWithOIDC): Promise<void> =>
  show(context, "Signed out", html`<p><a href="/">To the site</a></p>`);

export const errorPage = (
  context: KoaContextWithOIDC,
  { error, error_description: description = "" }: { error: string; error_description?: string | undefined },
): Promise<void> =>
  show(
    context,
    "Sign-in failed",
    html`<p>${error} ${description}</p>
<p><a href="/">To the site</a></p>`,
  );
