import { isIPv4, isIPv6 } from "node:net";
import type { Asked } from "./request.ts";

const groupsOf = (part: string): readonly string[] => (part === "" ? [] : part.split(":"));

/** All eight groups of an IPv6 address; `::` stands for as many zeros as are missing. */
const expanded = (address: string): readonly string[] => {
  const [head = "", tail] = address.split("::");
  if (tail === undefined) return groupsOf(head);
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => "0"), ...after];
};

/**
 * The network a request comes from: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address, which is what one customer gets.
 * Never the whole address, whose digest would be a name for it.
 *
 * Each that passes a request on adds to X-Forwarded-For who it had it from: CloudFront the viewer, then API Gateway CloudFront. So the
 * viewer is the last but one, and what the viewer wrote there itself stands before that and is not looked at. This holds for who comes
 * through CloudFront. Whoever asks the API at its own address can write a viewer of their choice, and so evade the limit of a
 * network; never that of an e-mail address. Nothing but this limit may hang on it.
 */
export const networkOf = ({ headers }: Pick<Asked, "headers">): string | undefined => {
  const passed = (headers["x-forwarded-for"] ?? "").split(",").map((one) => one.trim());
  const viewer = (passed.at(-2) ?? passed.at(-1) ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(viewer)) return `${viewer.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(viewer)) return undefined;
  const first = expanded(viewer).slice(0, 3);
  return `${first.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/48`;
};
