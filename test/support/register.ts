import { openRegister } from "#shared/register/register.ts";

/** A register that never answers: nothing listens at that port. */
export const nobody = openRegister("http://127.0.0.1:9", { oneTry: 50, allTries: 100, restAfterTrouble: 1 });
