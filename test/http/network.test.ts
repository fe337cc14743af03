import { expect, test } from "vitest";
import { networkOf } from "#shared/http/network.ts";

const of = (forwarded: string) => networkOf({ headers: { "x-forwarded-for": forwarded } });

test("the viewer is whom CloudFront had it from, whatever the viewer wrote before that", () => {
  expect(of("198.51.100.7, 130.176.0.9")).toBe("198.51.100.0/24");
  expect(of("10.0.0.1, 203.0.113.9, 198.51.100.7, 130.176.0.9")).toBe("198.51.100.0/24");
  expect(of("198.51.100.7")).toBe("198.51.100.0/24");
});

test.for([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0DB8:0001::9", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["2001::2:3:4:5:6:7", "2001:0:2::/48"],
  ["::1", "0:0:0::/48"],
  ["::ffff:198.51.100.7", "198.51.100.0/24"],
] as const)("of %s only the network is known: %s", ([address, network]) => {
  expect(of(`${address}, 130.176.0.9`)).toBe(network);
});

test.for(["", "unknown", "kari@eksempel.example, x"])("there is none in %o", (forwarded) => {
  expect(of(forwarded)).toBeUndefined();
});
