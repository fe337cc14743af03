import { t } from "#shared/domain/text.ts";
import { checkboxes, section } from "#shared/form/define.ts";

export const declarations = section(t("Erklæringer", "Erklæringar", "Declarations"), {
  confirmed: checkboxes(t("Vi bekrefter at", "Vi stadfestar at", "We confirm that"), {
    min: 3,
    options: {
      correct: t("opplysningene er riktige", "opplysningane er rette", "the information is correct"),
      authority: t(
        "den som sender, har fullmakt til å søke for virksomheten",
        "den som sender, har fullmakt til å søkje for verksemda",
        "the sender is authorised to apply for the organisation",
      ),
      access: t(
        "klyngens tilbud er åpent for flere på like vilkår",
        "tilbodet til klynga er ope for fleire på like vilkår",
        "what the cluster offers is open to others on equal terms",
      ),
    },
    missing: t("Kryss av for alle tre", "Kryss av for alle tre", "Tick all three"),
  }),
});
