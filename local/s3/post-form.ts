import { s3Fault } from "./fault.ts";

/** What a browser's form brings: its fields by their names in lower case, and the file. */
export interface PostForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

const malformed = () =>
  s3Fault(
    400,
    "MalformedPOSTRequest",
    "The body of your POST request is not well-formed multipart/form-data.",
  );

const oneFile = () => s3Fault(400, "InvalidArgument", "POST requires exactly one file upload per request.");

/** Some browsers send the whole path. */
const lastOf = (name: string): string => name.split(/[/\\]/).at(-1) ?? "";

const fileOf = (entry: string | File | undefined): File => {
  if (entry === undefined) throw oneFile();
  return typeof entry === "string" ? new File([entry], "") : entry;
};

/** Reads a form as S3 does: what comes after the file is not looked at, and `${filename}` in any field is the file's name. */
export const readPostForm = async (body: Buffer, contentType: string): Promise<PostForm> => {
  const response = new Response(new Uint8Array(body), { headers: { "content-type": contentType } });
  const form = await response.formData().catch(() => {
    throw malformed();
  });
  const entries = [...form];
  const place = entries.findIndex(([name]) => name.toLowerCase() === "file");
  const file = fileOf(entries[place]?.[1]);
  const fields = entries.slice(0, place).map(([name, value]): readonly [string, string] => {
    if (typeof value !== "string") throw oneFile();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own word for the file's name
    return [name.toLowerCase(), value.replaceAll("${filename}", () => lastOf(file.name))];
  });
  return { fields: new Map(fields), bytes: Buffer.from(await file.arrayBuffer()) };
};
