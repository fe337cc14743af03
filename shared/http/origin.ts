import type { Asked } from "./request.ts";

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site, older ones in Origin;
 * a program that is no browser sends neither and carries no cookie it was not given (OWASP, Cross-Site Request Forgery Prevention).
 */
export const comesFromUs = ({ headers }: Pick<Asked, "headers">, siteUrl: string): boolean => {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const origin = headers["origin"];
  return origin === undefined || origin === siteUrl;
};
