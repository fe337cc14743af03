import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import type { MessageContent } from "#shared/domain/message.ts";
import { languages } from "#shared/domain/text.ts";
import type { Letter } from "#shared/mail/letter.ts";
import { mimeOf } from "#shared/mail/mime.ts";
import { letterOf } from "#shared/mail/words.ts";
import { applicationId, cases, contents, messageOf, sender } from "./sample-messages.ts";

const linksIn = ({ link, also }: Letter) => [link, also].flatMap((one) => (one ? [one.href] : []));

describe("a mail", () => {
  test.for(cases)(
    "of %s in %s says the same in text and HTML, to two readers of MIME",
    async ([, language, message]) => {
      const raw = await mimeOf(message, sender);
      const [one, other] = await Promise.all([simpleParser(raw), PostalMime.parse(raw)]);
      const letter = letterOf(message, sender.siteUrl);
      for (const read of [one, other]) {
        expect(read.subject).toBe(letter.subject);
        expect(read.text).toContain(letter.paragraphs[0]);
        expect(`${read.html}`).toContain(`<html lang="${language}">`);
        expect(`${read.text}${read.html}`).not.toMatch(/undefined|\[object/);
      }
      expect(one.headers.get("auto-submitted")).toBe("auto-generated");
      expect(one.headers.get("x-auto-response-suppress")).toBe("All");
      expect(one.replyTo?.text).toBe(sender.replyTo);
      expect(one.date?.toISOString()).toBe("2024-04-15T08:00:00.000Z");
    },
  );

  test.for(cases)(
    "of %s in %s has nothing typed in it that is markup or becomes a link",
    async ([, , message]) => {
      const { html, text } = await simpleParser(await mimeOf(message, sender));
      expect(html).not.toContain("<b>");
      expect(`${html}${text}`).not.toContain("www.felle");
      expect(`${html}${text}`).not.toContain("felle.example");
    },
  );

  test.for(cases)("of %s in %s says everything in both parts", async ([, , message]) => {
    const { html, text } = await simpleParser(await mimeOf(message, sender));
    const letter = letterOf(message, sender.siteUrl);
    const shown = `${html}`.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    const facts = letter.facts.flat();
    for (const words of [...letter.paragraphs, ...facts, ...letter.closing, ...linksIn(letter)]) {
      expect(words).not.toBe("");
      expect(shown).toContain(words);
      expect(text).toContain(words);
    }
  });

  test.for(cases)(
    "of %s in %s fetches nothing, so that it is whole with images off",
    async ([, , message]) => {
      const { html } = await simpleParser(await mimeOf(message, sender));
      expect(html).not.toMatch(/<(img|link|script|iframe|form|object)\b|\bsrc=|url\(|@import/i);
    },
  );

  test("leads to where the webinar is joined or seen again, and to nothing else that is a fact", async () => {
    const leadTo = async (content: MessageContent) => {
      const { html } = await simpleParser(await mimeOf(messageOf(content, "nb"), sender));
      return [...`${html}`.matchAll(/<dd><a href="([^"]+)">/g)].map(([, href]) => href);
    };
    const all = (await Promise.all(contents.map(leadTo))).flat();
    const joined = [
      "https://film.prove.example/nic",
      "https://mote.prove.example/nic",
      "https://mote.prove.example/nic?a=1,2;b",
    ];
    expect([...new Set(all)].toSorted()).toEqual(joined);
  });

  test.for(contents.map((content) => [content.kind, content] as const))(
    "of %s differs from language to language",
    ([, content]) => {
      const letters = languages.map((language) => letterOf(messageOf(content, language), sender.siteUrl));
      expect(new Set(letters.map(({ subject }) => subject)).size).toBeGreaterThan(1);
      expect(new Set(letters.map(({ paragraphs }) => paragraphs.join())).size).toBe(3);
    },
  );

  test.for(contents.map((content) => [content.kind, content] as const))(
    "of %s about a call that is gone is not written",
    async ([, content]) => {
      const gone = { ...content, callId: CallId.parse("gone-2020") };
      await expect(mimeOf(messageOf(gone, "nb"), sender)).rejects.toThrow("call");
    },
  );

  test("that is a receipt tells the arrival to the millisecond and has no answers", () => {
    const [receipt] = contents;
    const letter = receipt && letterOf(messageOf(receipt, "nb"), sender.siteUrl);
    expect(JSON.stringify(letter)).toContain("21. juni 2024 kl. 15.59.59,123 (norsk tid)");
    expect(letter?.link?.href).toBe(`https://opptak.example/nb/applications/${applicationId}/receipt`);
    expect(letter?.closing.join()).toContain("https://opptak.example/nb/verify");
  });
});
