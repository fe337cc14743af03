import type { ControlPoints } from "#shared/domain/formal-control.ts";
import { t } from "#shared/domain/text.ts";

/** What is looked at in an application before it is assessed. */
export const formalControl: ControlPoints = {
  complete: {
    title: t("Søknaden er fullstendig", "Søknaden er fullstendig", "The application is complete"),
    help: t(
      "Alle spørsmål er besvart på det som spørres om, og vedleggene er de som kreves.",
      "Alle spørsmål er svara på slik dei er stilte, og vedlegga er dei som blir kravde.",
      "All questions are answered to the point, and the attachments are those required.",
    ),
  },
  eligible: {
    title: t("Søkeren kan søke", "Søkjaren kan søkje", "The applicant is eligible"),
    help: t(
      "Søkeren er registrert i Norge og oppfyller vilkårene for programnivået.",
      "Søkjaren er registrert i Noreg og oppfyller vilkåra for programnivået.",
      "The applicant is registered in Norway and meets the conditions of the level.",
    ),
  },
  declarations: {
    title: t("Erklæringene er underskrevet", "Erklæringane er underskrivne", "The declarations are signed"),
    help: t(
      "Erklæringene er gitt, og de som skal være underskrevet, er det av noen som kan forplikte virksomheten.",
      "Erklæringane er gitt, og dei som skal vere underskrivne, er det av nokon som kan forplikte verksemda.",
      "The declarations are made, and those that must be signed are so by somebody who can commit the organisation.",
    ),
  },
};
