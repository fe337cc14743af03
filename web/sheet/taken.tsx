import type { Language } from "#shared/domain/text.ts";
import type { Section } from "#shared/form/form.ts";
import { Paragraph } from "../parts.tsx";
import { sheetWords } from "../words/sheet.ts";

/** How many rows were just taken in, and in to which group of the section. */
export interface TakenRows {
  readonly group: string;
  readonly count: number;
}

/** Told on top of the section one comes back to. */
export const Taken = ({
  language,
  section,
  taken,
}: {
  readonly language: Language;
  readonly section: Section;
  readonly taken: TakenRows;
}) => {
  const label = section.fields[taken.group]?.label[language];
  if (!label) return null;
  return (
    <div class="ds-alert" data-color="success" role="status" tabindex={-1} autofocus>
      <Paragraph>{sheetWords[language].taken(taken.count, label)}</Paragraph>
    </div>
  );
};
