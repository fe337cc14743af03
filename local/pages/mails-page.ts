import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { html, raw } from "hono/html";
import { type Markup, page } from "./layout.ts";

/** Every mail as it looks, from made-up contents; `npx vitest run test/mail -u` writes them. */
const folder = path.join(import.meta.dirname, "../../docs/mails");

const languages = { nb: "Bokmål", nn: "Nynorsk", en: "English" } as const;
type Language = keyof typeof languages;

const filesIn = (language: Language): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(`.${language}.html`))
    .toSorted();

/** The HTML of one mail, by the name of its file. */
export const readSample = (file: string): string | undefined =>
  readdirSync(folder).includes(file) ? readFileSync(path.join(folder, file), "utf8") : undefined;

const subjectOf = (file: string): Markup =>
  html`${raw(/<title>(.*?)<\/title>/.exec(readSample(file) ?? "")?.[1] ?? "")}`;

const sample = (file: string, language: Language): Markup => {
  const [name = ""] = file.split(".");
  return html`<h2 id="${name}">${name}</h2>
<p lang="${language}">${subjectOf(file)}</p>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" title="${name}" src="/local/mails/${file}"></iframe>`;
};

const choice = (chosen: Language): Markup =>
  html`<p>${Object.entries(languages).map(
    ([language, name]) =>
      html`<a href="/local/mails?lang=${language}" lang="${language}"${language === chosen ? html` aria-current="true"` : ""}>${name}</a> `,
  )}</p>`;

export const mailsPage = (asked: string | null): Promise<string> => {
  const language = asked === "nn" || asked === "en" ? asked : "nb";
  const files = filesIn(language);
  const names = files.map((file) => file.split(".")[0]);
  return page(
    "Every mail",
    html`<p>Every kind of mail that the service sends, with made-up contents.</p>
${choice(language)}
<ul>${names.map((name) => html`<li><a href="#${name}">${name}</a></li>`)}</ul>
${files.map((file) => sample(file, language))}`,
    "/local/mails",
  );
};
