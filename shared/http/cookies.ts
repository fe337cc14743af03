import type { Site } from "./request.ts";

const isSecure = (site: Site): boolean => site.url.startsWith("https://");

/** `__Host-` ties a cookie to this very host and to TLS (RFC 6265bis § 4.1.3.2); plain http on one's own machine cannot have it. */
export const cookieName = (site: Site, name: "session" | "browser"): string =>
  isSecure(site) ? `__Host-${name}` : name;

/** Out of reach of script, sent by our own pages and by links to us. `seconds` 0 takes the cookie away. */
export const cookie = (site: Site, name: "session" | "browser", value: string, seconds: number): string =>
  `${cookieName(site, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure(site) ? "; Secure" : ""}`;
