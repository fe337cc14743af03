import { html } from "hono/html";

/** What the tag `html` makes: text with everything put into it escaped. */
export type Markup = ReturnType<typeof html>;

/** Only what the page itself brings: its style sheet, forms to this origin, and frames for mail. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const places = [
  ["/local", "Start"],
  ["/local/inbox", "Inbox"],
  ["/local/mails", "Mails"],
  ["/local/people", "People"],
  ["/local/files", "Files"],
  ["/local/keys", "Keys"],
  ["/local/clock", "Clock"],
  ["/local/register", "Register"],
  ["/local/queues", "Dead letters"],
] as const;

const link = ([address, words]: (typeof places)[number], here: string): Markup =>
  html`<li><a href="${address}"${address === here ? html` aria-current="page"` : ""}>${words}</a></li>`;

/** A whole page of the runtime's own. `here` is the address of the place in the navigation. */
export const page = async (title: string, body: Markup, here = ""): Promise<string> =>
  String(
    await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – local runtime</title>
<link rel="stylesheet" href="/local/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header>
<p><strong>Opptak on this machine</strong> <a href="/">Open the site</a></p>
<nav aria-label="Local runtime"><ul>${places.map((place) => link(place, here))}</ul></nav>
</header>
<main id="main">
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`,
  );
