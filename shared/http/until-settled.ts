import type { Answer } from "./serve.ts";

const mostTries = 4;

/** Decides on what is stored and keeps it only if it is still so; when it is not, decides again. */
export const untilSettled = async (attempt: () => Promise<Answer | "changed">): Promise<Answer> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await attempt();
    if (outcome !== "changed") return outcome;
  }
  return { reason: "too-busy" };
};
