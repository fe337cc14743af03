import { sha256 } from "#shared/domain/digest.ts";
import { dateAt, type Instant, onTheWall } from "#shared/domain/time.ts";

/** A UUID made of what it is of (RFC 9562, version 8): the same record has the same one in every package. */
export const systemId = (kind: string, ...of: readonly (string | number)[]): string => {
  const hex = sha256([kind, ...of].join("\n"));
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};

/** `xs:dateTime`, to the millisecond, on the call's clock. */
export const dateTime = (at: Instant, timeZone: string): string =>
  onTheWall(at, timeZone).toString({ fractionalSecondDigits: 3, timeZoneName: "never" });

/** `xs:date`. */
export const date = dateAt;

export const yearOf = (at: Instant, timeZone: string): number => onTheWall(at, timeZone).year;

const formats: Readonly<Record<string, string>> = {
  ".docx": "fmt/412",
  ".xlsx": "fmt/214",
  ".json": "fmt/817",
};
const pdfVersions: Readonly<Record<string, string>> = {
  ...{ "1.0": "fmt/14", "1.1": "fmt/15", "1.2": "fmt/16", "1.3": "fmt/17", "1.4": "fmt/18" },
  ...{ "1.5": "fmt/19", "1.6": "fmt/20", "1.7": "fmt/276", "2.0": "fmt/1129" },
};

/** The format's number in PRONOM (M701), as far as the file's ending and a PDF's first bytes say; `av/0` is one nobody has identified. */
export const formatOf = (ending: string, bytes: Uint8Array): string => {
  const [, version = ""] = /^%PDF-(\d\.\d)/.exec(new TextDecoder("latin1").decode(bytes.slice(0, 8))) ?? [];
  return pdfVersions[version] ?? formats[ending] ?? "av/0";
};
