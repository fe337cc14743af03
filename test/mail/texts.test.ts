import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { asHtml, asText } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { messageOf, named, sender } from "./sample-messages.ts";

/** To be read through, and to see what a change does to every mail: `npx vitest run test/mail -u` writes them anew. */
test.for(named)("the mail %s reads as it did, in three languages", async ([name, content]) => {
  const texts = languages.map((language) => {
    const letter = letterOf(messageOf(content, language), sender.siteUrl);
    return `${language}: ${letter.subject}\n\n${asText(letter)}\n`;
  });
  await expect(texts.join(`\n${"-".repeat(40)}\n\n`)).toMatchFileSnapshot(`texts/${name}.txt`);
});

/** What `/local/mails` shows. */
test.for(named)("the mail %s looks as it did, in three languages", async ([name, content]) => {
  for (const language of languages) {
    const letter = letterOf(messageOf(content, language), sender.siteUrl);
    await expect(asHtml(letter, language)).toMatchFileSnapshot(`../../docs/mails/${name}.${language}.html`);
  }
});

test("no mail is kept that is not sent any more", () => {
  const names = named.map(([name]) => name).toSorted();
  const files = names.flatMap((name) => languages.map((language) => `${name}.${language}.html`));
  expect(readdirSync("docs/mails").toSorted()).toEqual(files.toSorted());
  expect(readdirSync("test/mail/texts").toSorted()).toEqual(names.map((name) => `${name}.txt`).toSorted());
});
