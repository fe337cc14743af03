import type { Condition, Field, Fields } from "#shared/form/fields.ts";
import { fieldWords } from "../words/fields.ts";
import type { Around } from "./around.ts";
import { Choices, Select } from "./choices.tsx";
import type { Question } from "./frame.tsx";
import { Group } from "./group.tsx";
import { Line } from "./line.tsx";
import { LongText } from "./long-text.tsx";
import { Reference } from "./reference.tsx";
import { Table } from "./table.tsx";
import type { Typed } from "./typed.ts";

const AnyQuestion = ({ field, value, path, around }: Question) => {
  switch (field.kind) {
    case "longText":
      return <LongText field={field} value={value} path={path} around={around} />;
    case "radio":
    case "checkboxes":
      return <Choices field={field} value={value} path={path} around={around} />;
    case "select":
      return <Select field={field} value={value} path={path} around={around} />;
    case "table":
      return <Table field={field} value={value} path={path} around={around} />;
    case "group":
      return (
        <Group
          field={field}
          value={value}
          path={path}
          around={around}
          drawRow={(row, at) => <FieldList fields={field.fields} answers={row} path={at} around={around} />}
        />
      );
    case "reference":
      return <Reference field={field} value={value} path={path} around={around} />;
    case "files":
      return null;
    default:
      return <Line field={field} value={value} path={path} around={around} />;
  }
};

/** Where the answer that decides stands: in the same row (`.kind`), or anywhere in the form (`section.field`). */
const deciding = (when: string, path: string, fields: Fields, around: Around) => {
  const [section = "", key = ""] = when.split(".");
  if (section === "") return { field: fields[key], path: path ? `${path}.${key}` : key };
  const field = around.form.sections[section]?.fields[key];
  return section === around.section ? { field, path: key } : { field };
};

const optionNames = (field: Field | undefined, keys: readonly string[], around: Around): string => {
  const { or } = fieldWords[around.language];
  const options = field && "options" in field ? field.options : {};
  return keys.map((key) => `«${options[key]?.[around.language] ?? key}»`).join(or);
};

/**
 * A question that is only asked after some answers. It is on the page in any case, with a line that says when to answer it;
 * the script hides it until then. So it can be answered without script, and its text is never lost.
 */
const Conditional = ({
  showIf,
  fields,
  question,
  rowPath,
}: {
  readonly showIf: Condition;
  readonly fields: Fields;
  readonly question: Question;
  readonly rowPath: string;
}) => {
  const { around } = question;
  const other = deciding(showIf.when, rowPath, fields, around);
  const answer = optionNames(other.field, showIf.is, around);
  return (
    <div
      class="conditional"
      data-when={other.path === undefined ? undefined : around.prefix + other.path}
      data-is={showIf.is.join(" ")}
    >
      <p class="only-if">
        {fieldWords[around.language].onlyIf(answer, other.field?.label[around.language] ?? "")}
      </p>
      <AnyQuestion {...question} />
    </div>
  );
};

export interface FieldListProps {
  readonly fields: Fields;
  readonly answers: Typed;
  /** Empty at the top of a section, the row's path in a group. */
  readonly path: string;
  readonly around: Around;
}

/** The questions of a section, or of one row of a group. */
export const FieldList = ({ fields, answers, path, around }: FieldListProps) => (
  <div class="questions">
    {Object.entries(fields).map(([key, field]) => {
      const at = path ? `${path}.${key}` : key;
      const question = { field, value: answers[key], path: at, around };
      return field.showIf ? (
        <Conditional showIf={field.showIf} fields={fields} question={question} rowPath={path} />
      ) : (
        <AnyQuestion {...question} />
      );
    })}
  </div>
);

/** Whether some questions must be answered and some need not; only then does each say which it is. */
export const isMixed = (fields: Fields): boolean => {
  const all = Object.values(fields).flatMap((field) =>
    field.kind === "group" ? [field, ...Object.values(field.fields)] : [field],
  );
  return all.some(({ optional }) => optional) && !all.every(({ optional }) => optional);
};
