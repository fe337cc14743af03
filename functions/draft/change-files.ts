import { arrived } from "#shared/domain/attached-files.ts";
import { accept } from "#shared/domain/result.ts";
import { FileId } from "#shared/domain/stored-file.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { changeFiles } from "#shared/records/attached-files.ts";
import type { OwnApplication } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";

/** Who changes a section's files, and when. */
export const changeBy = ({ at, person }: SignedIn, own: OwnApplication, section: string) => ({
  application: own.application,
  section,
  at,
  by: person.name,
  ...(own.may !== "own" && { colleague: person.id }),
});

/** The way back from an upload: what was awaited is now being checked. */
export const noteArrival = async (
  asked: SignedIn,
  table: Table,
  { own, key }: { readonly own: OwnApplication; readonly key: string },
): Promise<Answer> => {
  const id = FileId.safeParse(asked.query["arrived"]);
  if (id.success)
    await changeFiles(table, {
      ...changeBy(asked, own, key),
      decide: (files) => accept(arrived(files, id.data)),
    });
  return { to: asked.path.split("?")[0] ?? "" };
};
