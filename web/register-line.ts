import { concernOf, type Organisation } from "#shared/domain/organisation.ts";
import type { Language } from "#shared/domain/text.ts";
import { showInstant } from "#shared/form/moments.ts";
import { showDate } from "#shared/form/values.ts";
import { registerWords } from "./words/register.ts";

/** The register is Norway's, so its time is too. */
const zone = "Europe/Oslo";

/** What the register said of an organisation and when, in a sentence or two. */
export const registerLine = (organisation: Organisation, language: Language): string => {
  const words = registerWords[language];
  const { answer, checkedAt } = organisation;
  const toTheMinute = checkedAt.round({ smallestUnit: "minute", roundingMode: "trunc" });
  const when = showInstant(toTheMinute, zone, language);
  switch (answer.state) {
    case "found": {
      const what = [answer.name, answer.form, answer.address].filter(Boolean).join(", ");
      const concern = concernOf(organisation);
      const said = words.found(when, `${what}.`);
      return concern === "bankrupt" || concern === "winding-up" ? `${said} ${words[concern]}` : said;
    }
    case "deleted":
      return words.deleted(when, answer.name, showDate(answer.since, language));
    case "removed":
      return words.removed(when);
    case "never-existed":
      return words.neverExisted(when);
    case "unreachable":
      return words.unreachable(when);
  }
};

/** Why an organisation should be looked into, if it should. */
export const concernLine = (
  organisation: Organisation | undefined,
  language: Language,
): string | undefined => {
  if (concernOf(organisation) === undefined) return undefined;
  return organisation && organisation.answer.state !== "unreachable"
    ? registerLine(organisation, language)
    : registerWords[language].unchecked;
};
