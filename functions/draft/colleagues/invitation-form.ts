import * as z from "zod";
import { ColleagueMay } from "#shared/domain/colleague.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { t } from "#shared/domain/text.ts";
import { defineForm, email, radio, section } from "#shared/form/define.ts";
import { nothingTypedIn, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";

const fields = {
  email: email(t("E-postadresse", "E-postadresse", "E-mail address"), {
    missing: t(
      "Skriv kollegaens e-postadresse",
      "Skriv e-postadressa til kollegaen",
      "Enter your colleague’s e-mail address",
    ),
  }),
  may: radio(
    t(
      "Hva skal kollegaen kunne gjøre?",
      "Kva skal kollegaen kunne gjere?",
      "What shall your colleague be able to do?",
    ),
    {
      options: {
        edit: t(
          "Lese og skrive i alle delene",
          "Lese og skrive i alle delane",
          "Read and write in all sections",
        ),
        read: t("Bare lese", "Berre lese", "Read only"),
      },
      missing: t(
        "Velg hva kollegaen skal kunne gjøre",
        "Vel kva kollegaen skal kunne gjere",
        "Choose what your colleague shall be able to do",
      ),
    },
  ),
};

export const invitationForm = defineForm({
  id: "invitation",
  version: 1,
  title: t("Invitasjon", "Invitasjon", "Invitation"),
  sections: { invitation: section(t("Invitasjon", "Invitasjon", "Invitation"), fields) },
});

const Wanted = z.object({ email: EmailAddress, may: ColleagueMay });
export type Wanted = z.infer<typeof Wanted>;

export const nothingTyped: AnyRecord = nothingTypedIn(invitationForm);

/** What was typed, and whom it invites or what is wrong with it. */
export const readInvitation = (body: AnyRecord) => {
  const { answers, ...read } = readSingleSection(invitationForm, body);
  return { ...read, wanted: answers && Wanted.parse(answers) };
};
