import type { Language } from "#shared/domain/text.ts";
import type { GuidedColumn } from "#shared/form/sheet-guide.ts";
import { fieldWords } from "../words/fields.ts";
import { sheetWords } from "../words/sheet.ts";

/** What may stand in a column, in few words; its options follow. */
export const contentOf = ({ kind, options }: GuidedColumn, language: Language): string => {
  const words = sheetWords[language];
  if (options.length > 0) return kind === "checkboxes" ? words.chooseMany : words.chooseOne;
  switch (kind) {
    case "orgNumber":
      return words.orgNumber;
    case "integer":
    case "decimal":
    case "money":
    case "table":
      return words.number;
    case "date":
      return fieldWords[language].dateHint;
    default:
      return words.free;
  }
};

/** A few one under the other; many, such as countries, in one paragraph. */
const Options = ({ options }: { readonly options: readonly string[] }) => {
  if (options.length === 0) return null;
  if (options.length > 12) return <p>{options.join("; ")}</p>;
  return (
    <ul>
      {options.map((option) => (
        <li>{option}</li>
      ))}
    </ul>
  );
};

/** Every column by its heading, whether it must be filled in, and what it may hold. */
export const Guide = ({
  guide,
  language,
}: {
  readonly guide: readonly GuidedColumn[];
  readonly language: Language;
}) => (
  <dl class="facts guide">
    {guide.map((one) => (
      <div>
        <dt>{one.heading}</dt>
        <dd>
          <span class="must">
            {one.optional ? fieldWords[language].optional : fieldWords[language].mustFill}.
          </span>{" "}
          {contentOf(one, language)}
          <Options options={one.options} />
        </dd>
      </div>
    ))}
  </dl>
);
