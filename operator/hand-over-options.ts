import type { CallId } from "#shared/domain/call.ts";
import { type Language, languages } from "#shared/domain/text.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { callNamed, given, oneOf, tableNamed } from "./given.ts";
import { CannotRead } from "./source.ts";

export const help = `Writes all that was sent to a call as a package for an archive, in the manner of Noark 5.

  npm run hand-over -- --call nic-2024 --site https://… --at 2024-12-02T09:00:00Z --out FOLDER [options]

  --site ADDRESS     the site's address, which the receipts lead to
  --at INSTANT       when it is handed over; the same records at the same instant give the same package
  --out FOLDER       where the package is to be; nothing may be there
  --creator NUMBER   organisation number of whoever made the archive; without it the site's host
  --language LANG    of titles and documents: ${languages.join(", ")}; nb unless told
  --schemas FOLDER   Arkivverket's schemas (*.xsd), to be in the package and described in it
  --table NAME       the table; without it the one that TABLE_NAME names
  --bucket NAME      the bucket of attachments; without it the one that FILES_BUCKET names
  --help             shows this

Ends with 0 when the package is there whole; with 1 when an attachment is not what was sent, and with 2 when
something could not be read, and then there is no package. docs/hand-over.md tells the rest.
`;

export interface Options {
  readonly callId: CallId;
  readonly siteUrl: string;
  readonly at: Instant;
  readonly out: string;
  readonly creator: string;
  readonly language: Language;
  readonly schemas: string | undefined;
  readonly table: string;
  readonly bucket: string;
}

const text = { type: "string" } as const;
const options = {
  ...{ call: text, site: text, at: text, out: text, creator: text, language: text, schemas: text },
  ...{ table: text, bucket: text, help: { type: "boolean", default: false } as const },
};

const instantIn = (said = ""): Instant => {
  const read = InstantText.safeDecode(said);
  if (read.success) return read.data;
  throw new CannotRead("Say --at, when it is handed over, as 2024-12-02T09:00:00Z.");
};

const siteIn = (said = ""): URL => {
  if (URL.canParse(said)) return new URL(said);
  throw new CannotRead("Say --site, the site's address, as https://opptak.example.");
};

const bucketNamed = (said: string | undefined): string => {
  const found = said ?? process.env["FILES_BUCKET"];
  if (found) return found;
  throw new CannotRead("Say --bucket, or set FILES_BUCKET.");
};

/** Reads the command line; "help" when that is what was asked for. Throws one clear sentence. */
export const readOptions = (parameters: readonly string[]): Options | "help" => {
  const values = given(parameters, options);
  if (values.help) return "help";
  const site = siteIn(values.site);
  if (!values.out) throw new CannotRead("Say --out, the folder to write.");
  return {
    callId: callNamed(values.call).id,
    siteUrl: site.origin,
    at: instantIn(values.at),
    out: values.out,
    creator: values.creator || site.host,
    language: oneOf("language", languages, values.language ?? "nb"),
    schemas: values.schemas,
    table: tableNamed(values.table),
    bucket: bucketNamed(values.bucket),
  };
};
