import type { Route } from "#shared/http/serve.ts";
import { addFile, type FilesAround, showUpload } from "./add-file.ts";
import { downloadFile, removeFile } from "./own-file.ts";

const files = "/{lang}/applications/{id}/files";

export const fileRoutes = (around: FilesAround): readonly Route[] => [
  { for: "signed-in", method: "POST", path: files, answer: (asked) => addFile(asked, around) },
  {
    for: "signed-in",
    method: "GET",
    path: `${files}/{file}/upload`,
    answer: (asked) => showUpload(asked, around),
  },
  {
    for: "signed-in",
    method: "GET",
    path: `${files}/{file}`,
    answer: (asked) => downloadFile(asked, around),
  },
  {
    for: "signed-in",
    method: "POST",
    path: `${files}/{file}/removal`,
    answer: (asked) => removeFile(asked, around),
  },
];
