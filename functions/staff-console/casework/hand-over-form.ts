import { PersonId } from "#shared/domain/person.ts";
import type { StaffMember } from "#shared/domain/staff-member.ts";
import { same, t } from "#shared/domain/text.ts";
import { section, select } from "#shared/form/define.ts";
import type { Form } from "#shared/form/form.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";

const title = t("Hvem skal ha saken?", "Kven skal ha saka?", "Who is to have the case?");

/** Whom of these a case is handed to. */
export const handOverForm = (officers: readonly StaffMember[]): Form => ({
  ...{ id: "hand-over", version: 1, title },
  sections: {
    handOver: section(title, {
      officer: select(title, {
        options: Object.fromEntries(officers.map(({ id, name }) => [id, same(name)])),
        missing: t(
          "Velg hvem som skal ha saken",
          "Vel kven som skal ha saka",
          "Choose who is to have the case",
        ),
      }),
    }),
  },
});

/** What was chosen, and who of them that is or what is wrong with it. */
export const readHandOver = (officers: readonly StaffMember[], { officer }: AnyRecord) => {
  const { answers, ...read } = readSingleSection(handOverForm(officers), { officer });
  const id = PersonId.safeParse(answers?.["officer"]).data;
  const chosen = officers.find((one) => one.id === id);
  return { ...read, to: chosen && { id: chosen.id, name: chosen.name } };
};
