import { ApplicationId } from "#shared/domain/application.ts";
import type { ExportId } from "#shared/domain/export-job.ts";
import { FileId, fileNameOf } from "#shared/domain/stored-file.ts";

/** Where everything of an application's draft lies. */
export const folderOf = (application: ApplicationId): string => `drafts/${application}/`;

/** Where a file is uploaded to. Without a name S3 puts in the one the browser sends. */
export const uploadKey = (application: ApplicationId, file: FileId, name: string): string =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own word for the name of the uploaded file
  `${folderOf(application)}${file}/${name || "${filename}"}`;

/** Where a volume of an export lies. */
export const exportKey = (id: ExportId, volume: number): string => `exports/${id}/${volume}.zip`;

/** Where a file lies that is fetched once. */
export const onceKey = (id: string): string => `exports/once/${id}`;

export interface KeyParts {
  readonly application: ApplicationId;
  readonly file: FileId;
  /** The name as a person may see it. */
  readonly name: string;
}

/** What a key says, if it is one of ours. */
export const readKey = (key: string): KeyParts | undefined => {
  const [folder, application, file, ...name] = key.split("/");
  const ids = { application: ApplicationId.safeParse(application), file: FileId.safeParse(file) };
  if (folder !== "drafts" || !ids.application.success || !ids.file.success || name.length === 0)
    return undefined;
  return { application: ids.application.data, file: ids.file.data, name: fileNameOf(name.join("/")) };
};
