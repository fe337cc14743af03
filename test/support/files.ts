import { randomUUID } from "node:crypto";
import { sha256 } from "#shared/domain/digest.ts";
import { type FileRule, StoredFile as Schema, type StoredFile } from "#shared/domain/stored-file.ts";

/** A file found clean, unless told. */
export const aFile = (given: Partial<Omit<StoredFile, "id">> & { readonly id?: string } = {}): StoredFile =>
  Schema.parse({
    id: randomUUID(),
    name: "Strategi.pdf",
    type: "application/pdf",
    bytes: 1000,
    state: "clean",
    sha256: sha256("strategi"),
    key: "drafts/a/b/Strategi.pdf",
    version: randomUUID(),
    addedAt: "2024-05-14T09:30:00.000Z",
    addedBy: "Kari Testesen",
    ...given,
  });

/** A file that is to come, of which nothing is known. */
export const anAwaitedFile = (given: Partial<StoredFile> = {}): StoredFile => {
  const {
    key: _,
    version: __,
    sha256: ___,
    ...rest
  } = aFile({ name: "", type: "", bytes: 0, state: "awaited" });
  return { ...rest, ...given };
};

export const aRule = (given: Partial<FileRule> = {}): FileRule => ({
  accept: [".pdf", ".docx"],
  maxMegabytes: 10,
  max: 3,
  ...given,
});
