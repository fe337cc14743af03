import type { Language } from "#shared/domain/text.ts";
import type { Letter } from "./letter.ts";

/** The text part: short lines of facts, the address of the link on a line of its own. */
export const asText = ({ greeting, paragraphs, facts, link, also, closing }: Letter): string =>
  [
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    ...[link, also].flatMap((one) => (one ? [`${one.label}:\n${one.href}`] : [])),
    ...closing,
    "Opptak",
  ].join("\n\n");

/** What a letter says, for whoever looks at it before or after it is sent. */
export const saidIn = (letter: Letter) => ({ subject: letter.subject, text: asText(letter) });

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

const style = `:root{color-scheme:light dark}body{margin:0;padding:24px 16px;background:Canvas;color:CanvasText;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:560px;margin:0 auto}dt{font-weight:600;margin-top:8px}dd{margin:0;overflow-wrap:anywhere}
a.go{display:inline-block;padding:12px 20px;border-radius:4px;background:#0b5c4a;color:#fff;text-decoration:none}
footer{margin-top:32px;padding-top:12px;border-top:1px solid #8a94a0}`;

/** Where to join is a link of its own. Nothing that somebody typed is: `typed` puts a joiner into every address. */
const isAddress = (value: string): boolean => /^https:\/\/[!-~]+$/.test(value);

const linked = (value: string): string =>
  isAddress(value) ? `<a href="${escaped(value)}">${escaped(value)}</a>` : escaped(value);

/** The HTML part: the same letter, readable in dark mode, on a phone and with images off. */
export const asHtml = (
  { subject, greeting, paragraphs, facts, link, also, closing }: Letter,
  language: Language,
): string => {
  const paragraph = (text: string) => `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${escaped(subject)}</title><style>${style}</style></head><body><main>
${greeting ? paragraph(greeting) : ""}${paragraphs.map(paragraph).join("")}
<dl>${facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${linked(value)}</dd>`).join("")}</dl>
${link ? `<p><a class="go" href="${escaped(link.href)}">${escaped(link.label)}</a></p>` : ""}${also ? `<p><a href="${escaped(also.href)}">${escaped(also.label)}</a></p>` : ""}
${closing.map(paragraph).join("")}<footer>Opptak</footer></main></body></html>`;
};
