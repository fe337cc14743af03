import * as z from "zod";

/** What a case system may fetch. */
export const MachineScope = z.enum(["applications:read", "registrations:read"]);
export type MachineScope = z.infer<typeof MachineScope>;

/** Whose scopes they are: Cognito puts this name in front of each in a token. */
export const resourceServer = "opptak";

/** The scope as tokens and requests for them spell it. */
export const spelled = (scope: MachineScope): string => `${resourceServer}/${scope}`;
