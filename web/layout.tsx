import type { Child } from "hono/jsx";
import { isStaff, type Person } from "#shared/domain/person.ts";
import { languages } from "#shared/domain/text.ts";
import { SessionEnd } from "./session-end.tsx";
import { pathIn, type View } from "./view.ts";
import { languageNames, layoutWords, serviceName } from "./words/layout.ts";
import { verifyingWords } from "./words/verifying.ts";

interface Frame {
  readonly view: View;
  readonly title: string;
  /** The page tells of something wrong; its title then begins with «Feil». */
  readonly wrong?: boolean;
  /** Wide pages hold tables, and are denser; narrow ones hold text to be read. */
  readonly wide?: boolean;
  readonly children?: Child;
}

const Head = ({ view, title, wrong }: Frame) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${wrong ? `${layoutWords[view.language].error}: ` : ""}${title} – ${serviceName}`}</title>
    <link rel="icon" href={`${view.assets}/icon.svg`} type="image/svg+xml" />
    <link
      rel="preload"
      href={`${view.assets}/inter.woff2`}
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href={`${view.assets}/site.css`} />
    <script type="module" src={`${view.assets}/enhance.js`} />
  </head>
);

const Navigation = ({ view }: { readonly view: View }) => {
  const words = layoutWords[view.language];
  const places: readonly (readonly [string, string])[] = [
    [`/${view.language}`, words.calls],
    [`/${view.language}/my-page`, words.myPage],
    ...(view.person && isStaff(view.person)
      ? ([[`/staff?lang=${view.language}`, words.staff]] as const)
      : []),
  ];
  const [here] = view.path.split("?");
  return (
    <nav aria-label={words.menu}>
      <ul>
        {places.map(([href, name]) => (
          <li>
            <a href={href} aria-current={href.split("?")[0] === here ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Languages = ({ view }: { readonly view: View }) => (
  <nav class="languages" aria-label={layoutWords[view.language].languages}>
    <ul>
      {languages.map((language) => (
        <li>
          <a
            lang={language}
            hreflang={language}
            href={pathIn(language, view.path)}
            aria-current={language === view.language ? "true" : undefined}
          >
            {languageNames[language]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const SignedIn = ({ view, person }: { readonly view: View; readonly person: Person }) => {
  const words = layoutWords[view.language];
  return (
    <form class="signed-in" method="post" action="/auth/sign-out" data-forget="all">
      <span>
        <span class="ds-sr-only">{words.signedInAs} </span>
        {person.name}
      </span>
      <button type="submit" class="ds-button" data-variant="tertiary" data-size="sm" data-color="neutral">
        {words.signOut}
      </button>
    </form>
  );
};

const Header = ({ view }: { readonly view: View }) => (
  <header class="top">
    <a class="brand" href={`/${view.language}`}>
      <img src={`${view.assets}/icon.svg`} alt="" width="28" height="28" />
      {serviceName}
    </a>
    <Navigation view={view} />
    <Languages view={view} />
    {view.person && <SignedIn view={view} person={view.person} />}
  </header>
);

const Footer = ({ view }: { readonly view: View }) => {
  const words = layoutWords[view.language];
  return (
    <footer class="bottom">
      <nav aria-label={words.about}>
        <ul>
          <li>
            <a href={`/${view.language}/privacy`}>{words.privacy}</a>
          </li>
          <li>
            <a href={`/${view.language}/accessibility`}>{words.accessibility}</a>
          </li>
          <li>
            <a href={`/${view.language}/verify`}>{verifyingWords[view.language].title}</a>
          </li>
        </ul>
      </nav>
      <p>{words.cookies}</p>
    </footer>
  );
};

/** The frame of every page. What the script has to say aloud it puts in the status line, which outlives a change of `main`. */
export const Page = (frame: Frame) => {
  const { view, children } = frame;
  return (
    <html lang={view.language} data-color-scheme="auto">
      <Head {...frame} />
      <body>
        <a class="ds-skip-link" href="#main">
          {layoutWords[view.language].skip}
        </a>
        <Header view={view} />
        <main id="main" tabindex={-1}>
          <div class={frame.wide ? "wide" : "narrow"} data-size={frame.wide ? "sm" : undefined}>
            {children}
          </div>
          {view.person && view.signedInUntil && <SessionEnd view={view} until={view.signedInUntil} />}
        </main>
        <Footer view={view} />
        <p id="spoken" class="ds-sr-only" role="status" />
      </body>
    </html>
  );
};
