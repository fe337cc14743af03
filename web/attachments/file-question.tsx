import type { StoredFile } from "#shared/domain/stored-file.ts";
import type { FileField } from "#shared/form/fields.ts";
import { type Around, idOf } from "../fields/around.ts";
import { Hint, Mark, Wrong } from "../fields/frame.tsx";
import type { View } from "../view.ts";
import { attachmentWords } from "../words/attachments.ts";
import { FileRow } from "./file-row.tsx";

interface FileQuestionProps {
  readonly view: View;
  readonly around: Around;
  readonly name: string;
  readonly field: FileField;
  readonly list: readonly StoredFile[];
  /** Address of the application's files. */
  readonly files: string;
}

/** What a script sends files with, in place of the button that leads to a page for each. */
const Pick = ({ view, name, field }: FileQuestionProps) => {
  const words = attachmentWords[view.language];
  const id = `${idOf(name)}-pick`;
  return (
    <div class="ds-field pick" hidden>
      <label class="ds-label" for={id}>
        {field.max > 1 ? words.pick : words.pickOne}
        <span class="ds-sr-only">: {field.label[view.language]}</span>
      </label>
      <input
        class="ds-input"
        type="file"
        id={id}
        multiple={field.max > 1}
        accept={field.accept.join(",")}
        aria-describedby={`${id}-drop`}
      />
      <p class="small" id={`${id}-drop`}>
        {words.drop}
      </p>
    </div>
  );
};

const Add = ({ view, around, name, field, list, files }: FileQuestionProps) => {
  const words = attachmentWords[view.language];
  if (around.locked) return null;
  if (list.length >= field.max) return <p class="small">{words.full(field.max)}</p>;
  return (
    <form method="post" action={files} class="add-file">
      <input type="hidden" name="field" value={name} />
      <button type="submit" class="ds-button" data-variant="secondary" autofocus={around.focus === name}>
        {words.add}
        <span class="ds-sr-only">: {field.label[view.language]}</span>
      </button>
    </form>
  );
};

/** One question that is answered with files: those there are, and room for more. */
export const FileQuestion = (props: FileQuestionProps) => {
  const { view, around, name, field, list, files } = props;
  const { language } = view;
  const words = attachmentWords[language];
  const id = idOf(name);
  return (
    <section
      class="files"
      id={id}
      tabindex={-1}
      aria-labelledby={`${id}-label`}
      data-field={name}
      data-max-megabytes={field.maxMegabytes}
    >
      <h2 class="ds-label" id={`${id}-label`}>
        {field.label[language]} <Mark field={field} around={around} />
      </h2>
      <Hint id={id} text={field.hint?.[language]} />
      <div class="file-list">
        {list.length > 0 && (
          <ul>
            {list.map((file, i) => (
              <FileRow view={view} file={file} path={`${name}.${i}`} files={files} locked={around.locked} />
            ))}
          </ul>
        )}
        <p class="small">{words.count(list.length, field.max)}</p>
        <Add {...props} />
      </div>
      <ul class="uploads" hidden />
      {!around.locked && <Pick {...props} />}
      <Wrong id={id} text={around.problems.get(name)} />
    </section>
  );
};
