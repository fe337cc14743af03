/** One JSON line on standard output. Codes and ids only: never a name, an address or an answer. */
export const log = (code: string, fields: Readonly<Record<string, string | number | boolean>> = {}): void => {
  process.stdout.write(`${JSON.stringify({ code, ...fields })}\n`);
};

/** What may be told of an unexpected error: its name and where it came from. Its message can hold what somebody typed. */
export const errorFields = (error: unknown) =>
  error instanceof Error
    ? {
        error: error.name,
        where:
          error.stack
            ?.split("\n")
            .filter((line) => /^\s+at /.test(line))
            .slice(0, 7)
            .map((line) => line.trim())
            .join(" < ") ?? "",
      }
    : { error: typeof error, where: "" };
