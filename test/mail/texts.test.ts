import { expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { asText } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { contents, messageOf, sender } from "./sample-messages.ts";

const named = contents.map((content, place) => {
  const earlier = contents.slice(0, place).filter(({ kind }) => kind === content.kind).length;
  return [earlier > 0 ? `${content.kind}-${earlier + 1}` : content.kind, content] as const;
});

/** To be read through, and to see what a change does to every mail: `npx vitest run test/mail -u` writes them anew. */
test.for(named)("the mail %s reads as it did, in three languages", async ([name, content]) => {
  const texts = languages.map((language) => {
    const letter = letterOf(messageOf(content, language), sender.siteUrl);
    return `${language}: ${letter.subject}\n\n${asText(letter)}\n`;
  });
  await expect(texts.join(`\n${"-".repeat(40)}\n\n`)).toMatchFileSnapshot(`texts/${name}.txt`);
});
