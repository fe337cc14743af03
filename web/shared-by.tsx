import type { Application } from "#shared/domain/application.ts";
import { type May, mayDo } from "#shared/domain/colleague.ts";
import type { Language } from "#shared/domain/text.ts";
import { Paragraph, Subheading } from "./parts.tsx";
import { colleagueWords } from "./words/colleagues.ts";

interface Sharing {
  readonly application: Application;
  readonly may: May;
  readonly language: Language;
}

/** Whose an application is and what one may do with it, when it is somebody else's. */
export const SharedBy = ({ application, may, language }: Sharing) =>
  may === "own" ? null : (
    <p class="ds-paragraph">{colleagueWords[language].shared[may](application.owner.name)}</p>
  );

/** The way to everybody who takes part. */
export const ColleaguesLink = ({ application, may, language }: Sharing) => {
  const words = colleagueWords[language];
  return (
    <section aria-labelledby="colleagues">
      <Subheading id="colleagues">{words.title}</Subheading>
      <Paragraph>
        <a class="ds-link" href={`/${language}/applications/${application.id}/colleagues`}>
          {mayDo(may, "decide") ? words.goOwn : words.go}
        </a>
      </Paragraph>
    </section>
  );
};
