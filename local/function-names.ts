import * as z from "zod";
import type { FunctionDefinition } from "./function-definitions.ts";
import type { Template } from "./template.ts";

const Described = z.object({ Description: z.string().regex(/^functions\/[a-z-]+$/) });

/** Short names of the functions, by their full ones: that of the folder a function comes from, which its description tells. */
export const shortNames = (
  template: Template,
  functions: readonly FunctionDefinition[],
): ReadonlyMap<string, string> => {
  const resources = template.resources("AWS::Lambda::Function");
  return new Map(
    functions.map(({ id, name }) => {
      const { data } = Described.safeParse(resources.find((one) => one.id === id)?.properties);
      return [name, data?.Description.replace("functions/", "") ?? id];
    }),
  );
};
