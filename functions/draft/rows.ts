import { randomUUID } from "node:crypto";

type Answers = Readonly<Record<string, unknown>>;

const rowsAt = (answers: Answers, group: string): readonly unknown[] => {
  const rows = answers[group];
  return Array.isArray(rows) ? rows : [];
};

/** One more empty row at the end of a group, and where it is. */
export const addRow = (answers: Answers, group: string) => {
  const rows = rowsAt(answers, group);
  return {
    answers: { ...answers, [group]: [...rows, { id: randomUUID() }] },
    focus: `${group}.${rows.length}`,
  };
};

/** Without the row at `list.2`. */
export const removeRow = (answers: Answers, path: string) => {
  const [group = "", index = ""] = path.split(".");
  const rows = rowsAt(answers, group);
  return { answers: { ...answers, [group]: rows.filter((_, i) => String(i) !== index) }, focus: group };
};
