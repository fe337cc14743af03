import { mkdirSync, writeFileSync } from "node:fs";
import { html, raw } from "hono/html";
import { languages } from "#shared/domain/text.ts";
import { asHtml, asText } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { messageOf, named, sender } from "./sample-messages.ts";

const folder = "build/mails";
const style = `body{font:16px/1.5 system-ui,sans-serif;margin:24px}section{display:flex;gap:16px;overflow-x:auto}
article{flex:none;width:600px}iframe{width:100%;height:560px;border:1px solid #8a94a0}pre{white-space:pre-wrap;overflow-wrap:anywhere}`;

const mails = named.map(([name, content]) => {
  const inThree = languages.map((language) => {
    const letter = letterOf(messageOf(content, language), sender.siteUrl);
    return html`<article lang="${language}"><h3>${letter.subject}</h3>
<iframe sandbox title="${name}, ${language}" srcdoc="${asHtml(letter, language)}"></iframe>
<details><summary>${language}, text</summary><pre>${asText(letter)}</pre></details></article>`;
  });
  return html`<h2 id="${name}">${name}</h2><section>${inThree}</section>`;
});

mkdirSync(folder, { recursive: true });
const page =
  await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every mail</title><style>${raw(style)}</style></head>
<body><h1>Every mail, from samples</h1><ul>${named.map(([name]) => html`<li><a href="#${name}">${name}</a></li>`)}</ul>${mails}</body></html>`;
writeFileSync(`${folder}/index.html`, String(page));
process.stdout.write(`${folder}/index.html\n`);
