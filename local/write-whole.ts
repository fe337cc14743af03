import { renameSync, writeFileSync } from "node:fs";

/** Writes a file all at once: whoever is killed meanwhile leaves the old one or the new one, and never a half. */
export const writeWhole = (file: string, content: string | Uint8Array, mode?: number): void => {
  writeFileSync(`${file}.new`, content, mode === undefined ? {} : { mode });
  renameSync(`${file}.new`, file);
};
