import { expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { asText } from "#shared/mail/parts.ts";
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
