import type { Language } from "#shared/domain/text.ts";
import { Alert, Paragraph } from "./parts.tsx";
import { editingWords } from "./words/editing.ts";

/** How much an application's answers take, and the most they may. */
export interface Fill {
  readonly bytes: number;
  readonly most: number;
}

/** Said from when four fifths are used, long before anything is refused. */
export const Fullness = ({
  fill: { bytes, most },
  language,
}: {
  readonly fill: Fill;
  readonly language: Language;
}) => {
  if (bytes <= 0.8 * most) return null;
  const words = editingWords[language];
  const say = bytes > most ? words.overfull : words.filling;
  return (
    <Alert color="warning">
      <Paragraph>{say(Math.ceil(bytes / 1000), most / 1000)}</Paragraph>
    </Alert>
  );
};
