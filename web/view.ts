import type { Person } from "#shared/domain/person.ts";
import { type Language, languages } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";

/** What every page is told about who asks, from where and when. */
export interface View {
  readonly language: Language;
  /** Path and query as asked for; the language links and the way back after sign-in are made from it. */
  readonly path: string;
  /** The folder that style, script and font lie in, as `/assets/<hash>`. */
  readonly assets: string;
  /** Absent on public pages, which are cached and so must look the same for everybody. */
  readonly person?: Person;
  /** When their session ends unless it is used again. */
  readonly signedInUntil?: Instant;
  readonly at: Instant;
}

/** Where the same page is in another language: in the path, or in `lang` for pages that have no language in theirs. */
export const pathIn = (language: Language, path: string): string => {
  const inPath = new RegExp(`^/(${languages.join("|")})(?=[/?]|$)`);
  if (inPath.test(path)) return path.replace(inPath, `/${language}`);
  const [place = "/", query = ""] = path.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.set("lang", language);
  return `${place}?${parameters}`;
};

/** The same address with some of its query changed; an empty value leaves the parameter out. */
export const withQuery = (path: string, changes: Readonly<Record<string, string>>): string => {
  const [place = "/", query = ""] = path.split("?", 2);
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const text = parameters.toString();
  return text ? `${place}?${text}` : place;
};
