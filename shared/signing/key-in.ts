import { decodeProtectedHeader } from "jose";

/** The name of the key that a signature of ours says it was made with. */
export const keyIn = (jws: string): string => decodeProtectedHeader(jws).kid ?? "";
