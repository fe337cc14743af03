import { t } from "#shared/domain/text.ts";
import { group, orgNumber, section, select, text } from "#shared/form/define.ts";
import { memberCategories } from "../choices.ts";

export const members = section(t("Medlemmer", "Medlemmer", "Members"), {
  list: group(t("Medlemmer i klyngen", "Medlemmer i klynga", "Members of the cluster"), {
    min: 2,
    max: 200,
    item: t("Medlem", "Medlem", "Member"),
    add: t("Legg til medlem", "Legg til medlem", "Add a member"),
    hint: t(
      "Minst to medlemmer, og minst én bedrift",
      "Minst to medlemmer, og minst éi bedrift",
      "At least two members, and at least one business",
    ),
    missing: t("Legg til minst to medlemmer", "Legg til minst to medlemmer", "Add at least two members"),
    fields: {
      name: text(t("Navn", "Namn", "Name"), {
        max: 200,
        missing: t("Skriv navnet på medlemmet", "Skriv namnet på medlemmet", "Enter the name of the member"),
      }),
      organisationNumber: orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
        optional: true,
        hint: t(
          "La det stå tomt for utenlandske medlemmer",
          "Lat det stå tomt for utanlandske medlemmer",
          "Leave empty for members abroad",
        ),
      }),
      category: select(t("Type aktør", "Type aktør", "Kind of member"), {
        options: memberCategories,
        missing: t("Velg type aktør", "Vel type aktør", "Choose the kind of member"),
      }),
      role: text(t("Rolle i klyngen", "Rolle i klynga", "Role in the cluster"), {
        max: 300,
        optional: true,
        hint: t(
          "For eksempel leverandør, forsker eller testarena",
          "Til dømes leverandør, forskar eller testarena",
          "For example supplier, researcher or test site",
        ),
      }),
    },
  }),
});
