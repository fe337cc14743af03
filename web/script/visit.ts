/** What came of a form that was sent: a page to show, or nothing that should take the place of what is written. */
export type Visit =
  | { readonly outcome: "page"; readonly page: Document; readonly url: URL; readonly kept: boolean }
  | { readonly outcome: "offline" | "signed-out" | "refused" | "closed" };

/** Not theirs to change (any more), sent already, or too late. */
export const lockedOut: ReadonlySet<number> = new Set([403, 404, 409, 410]);

const tooMuch: ReadonlySet<number> = new Set([400, 413, 415]);

/** Where one is after the answer: still here when it was a refusal. The place on the page is the form's to say, since an answer that was redirected does not tell. */
const addressAfter = ({ ok, url }: Response, form: HTMLFormElement): URL => {
  const address = new URL(ok ? url : location.href);
  address.hash = (ok && form.dataset["leadsTo"]) || "";
  return address;
};

const judge = async (response: Response, form: HTMLFormElement): Promise<Visit> => {
  if (response.status >= 500 || response.status === 429) return { outcome: "offline" };
  if (response.status === 401) return { outcome: "signed-out" };
  if (tooMuch.has(response.status)) return { outcome: "refused" };
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!page.querySelector("main")) return { outcome: "offline" };
  // A refusal that does not hand a section's answers back must not take their place.
  const answersAreBack = !form.dataset["section"] || page.querySelector("form[data-section]") !== null;
  if (!response.ok && !answersAreBack)
    return { outcome: lockedOut.has(response.status) ? "closed" : "refused" };
  // Problems in the answers (422) do not keep them from being saved.
  return {
    ...{ outcome: "page", page, kept: response.ok || response.status === 422 },
    url: addressAfter(response, form),
  };
};

/** Sends a form as the browser would, so that the server needs to know one way only. */
export const sendForm = async (form: HTMLFormElement, submitter: HTMLElement | null): Promise<Visit> => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === "string") body.append(name, value);
  try {
    return await judge(
      // A field may be named «action»; then `form.action` is that field.
      await fetch(form.getAttribute("action") ?? "", {
        method: "POST",
        body,
        headers: { accept: "text/html" },
        signal: AbortSignal.timeout(30_000),
      }),
      form,
    );
  } catch {
    return { outcome: "offline" };
  }
};

/** The place that an address names, able to take the focus: a heading cannot by itself. */
const placeAt = (hash: string): HTMLElement | null => {
  const place = hash ? document.getElementById(hash.slice(1)) : null;
  if (place && place.tabIndex < 0) place.tabIndex = -1;
  return place;
};

/** What a page wants in focus: the field or summary it marks, the place its address names, or else its heading. */
const focusIn = (main: Element, hash: string): HTMLElement | null =>
  main.querySelector<HTMLElement>("[autofocus]") ?? placeAt(hash) ?? main.querySelector<HTMLElement>("h1");

/** Puts another page's content in the place of this one's, as if the browser had gone there. */
export const showPage = (page: Document, url: URL): void => {
  const next = page.querySelector("main");
  if (!next) return;
  document.querySelector("main")?.replaceWith(document.adoptNode(next));
  document.title = page.title;
  const elsewhere = url.pathname !== location.pathname;
  if (elsewhere) history.pushState(null, "", url);
  if (elsewhere) scrollTo(0, 0);
  focusIn(next, url.hash)?.focus();
};
