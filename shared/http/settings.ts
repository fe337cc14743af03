import * as z from "zod";

/** The part of the environment a function needs, checked when it starts: a failure names every gap at once. */
export const readSettings = <Shape extends z.ZodRawShape>(shape: Shape, environment: NodeJS.ProcessEnv) =>
  z.object(shape).parse(environment);

/** Settings of every function that draws pages. */
export const pageSettings = {
  TABLE_NAME: z.string().min(1),
  SITE_URL: z.url().regex(/[^/]$/),
  ASSETS_PATH: z.string().startsWith("/"),
};
