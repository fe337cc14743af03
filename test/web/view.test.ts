import { describe, expect, test } from "vitest";
import { pathIn, withQuery } from "#web/view.ts";

describe("the same page in another language", () => {
  test.each([
    ["/nb", "/nn"],
    ["/nb/calls/nic-2024", "/nn/calls/nic-2024"],
    ["/nb/registrations/1?key=a%26b", "/nn/registrations/1?key=a%26b"],
    ["/nb?x=1", "/nn?x=1"],
    ["/staff", "/staff?lang=nn"],
    ["/staff/events?page=2&lang=nb", "/staff/events?page=2&lang=nn"],
    ["/nbx", "/nbx?lang=nn"],
  ])("of %s is %s", (path, expected) => {
    expect(pathIn("nn", path)).toBe(expected);
  });
});

test("a query keeps what is not changed, and loses what is emptied", () => {
  expect(withQuery("/a?text=%C3%A6&page=2", { page: "", sort: "-level" })).toBe("/a?text=%C3%A6&sort=-level");
  expect(withQuery("/a?page=2", { page: "" })).toBe("/a");
});
