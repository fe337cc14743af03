import * as z from "zod";
import type { Template } from "./template.ts";

/** Somebody the issuer signs people in for: a user pool client of the template. */
export interface SignInClient {
  readonly id: string;
  readonly redirectUris: readonly string[];
  readonly logoutUris: readonly string[];
}

const Properties = z.object({
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  GenerateSecret: z.literal(false, "a client with a secret is not known here").optional(),
});

export const signInClientsIn = (template: Template): readonly SignInClient[] =>
  template.resources("AWS::Cognito::UserPoolClient").map(({ id, properties }) => {
    const parsed = Properties.safeParse(properties);
    if (!parsed.success) throw new Error(`the user pool client ${id}: ${z.prettifyError(parsed.error)}`);
    const { CallbackURLs, LogoutURLs } = parsed.data;
    return { id: template.ref(id), redirectUris: CallbackURLs, logoutUris: LogoutURLs };
  });
