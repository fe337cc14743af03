/** Puts a text where XML wants none of its own signs. */
export const escapeXml = (content: string): string =>
  content.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A refusal in S3's words: its name is S3's code. */
export interface S3Fault extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const s3Fault = (
  status: number,
  name: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): S3Fault => Object.assign(new Error(message), { name, status, headers });

const isFault = (error: unknown): error is S3Fault => error instanceof Error && "status" in error;

/** Status, headers and document that tell of an error. What is no refusal is an error of our own. */
export const faultAnswer = (error: unknown) => {
  const fault = isFault(error) ? error : s3Fault(500, "InternalError", String(error));
  const { status, name, message, headers } = fault;
  const document = `<Error><Code>${name}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return { status, headers, document };
};

export const accessDenied = (message = "Access Denied"): S3Fault => s3Fault(403, "AccessDenied", message);
