import type { StoredFile } from "#shared/domain/stored-file.ts";
import { fileStateText } from "#shared/form/file-words.ts";
import { showBytes } from "#shared/form/values.ts";
import { idOf } from "../fields/around.ts";
import { Tag } from "../parts.tsx";
import type { View } from "../view.ts";
import { attachmentWords } from "../words/attachments.ts";

const colours = { awaited: "neutral", checking: "info", clean: "success", refused: "danger" } as const;

const State = ({ view, file }: { readonly view: View; readonly file: StoredFile }) =>
  file.state === "refused" ? (
    <span class="ds-validation-message" data-color="danger">
      {fileStateText(file, view.language)}
    </span>
  ) : (
    <Tag color={colours[file.state]}>{fileStateText(file, view.language)}</Tag>
  );

const Name = ({
  file,
  href,
  name,
}: {
  readonly file: StoredFile;
  readonly href: string;
  readonly name: string;
}) =>
  file.state === "clean" ? (
    <a class="ds-link" href={href}>
      {name}
    </a>
  ) : (
    <span>{name}</span>
  );

/** One attached file: what it is called, how it stands with it, and what can be done about it. */
export const FileRow = ({
  view,
  file,
  path,
  files,
  locked,
}: {
  readonly view: View;
  readonly file: StoredFile;
  /** `strategy.0` */
  readonly path: string;
  /** Address of the application's files. */
  readonly files: string;
  readonly locked: boolean;
}) => {
  const words = attachmentWords[view.language];
  const name = file.name || words.unnamed;
  const href = `${files}/${file.id}`;
  return (
    <li class="file" id={idOf(path)} tabindex={-1} data-file={file.id} data-state={file.state}>
      <p class="file-name">
        <Name file={file} href={href} name={name} />{" "}
        {file.bytes > 0 && <span class="small">{showBytes(file.bytes, view.language)}</span>}
      </p>
      <p class="file-state">
        <State view={view} file={file} />
      </p>
      {!locked && (
        <div class="file-actions">
          {file.state === "awaited" && !file.sha256 && (
            <a class="ds-link" href={`${href}/upload`}>
              {words.upload}
            </a>
          )}
          <form method="post" action={`${href}/removal`} data-removal={words.removed(name)}>
            <button
              type="submit"
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              data-color="danger"
            >
              {words.remove}
              <span class="ds-sr-only"> {name}</span>
            </button>
          </form>
        </div>
      )}
    </li>
  );
};
