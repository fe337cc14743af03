/** A refusal in a service's own words: its name is the service's code. */
export const serviceError = (name: string, message: string, status = 400): Error =>
  Object.assign(new Error(message), { name, status });

/** What to tell the caller of an error. What is no refusal is a fault of the runtime's own. */
export const toldOf = (error: unknown) => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return { name, message, status };
};
