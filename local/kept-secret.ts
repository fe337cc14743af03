import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "./write-whole.ts";

/** A secret that is kept in a file, when one is given, so that a restart does not make another. */
export const keptSecret = (file: string | undefined, make: () => string): string => {
  if (file === undefined) return make();
  if (existsSync(file)) return readFileSync(file, "utf8");
  const secret = make();
  mkdirSync(path.dirname(file), { recursive: true });
  writeWhole(file, secret, 0o600);
  return secret;
};
