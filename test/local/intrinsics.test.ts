// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so.
import { describe, expect, test } from "vitest";
import { holds, type Lookup, noValue, resolve } from "../../local/intrinsics.ts";

const conditions: Record<string, boolean> = { IsProduction: true, IsLocal: false };
const lookup: Lookup = {
  ref: (name) => (name === "AWS::NoValue" ? noValue : `ref-of-${name}`),
  attribute: (id, attribute) => `${attribute}-of-${id}`,
  condition: (name) => conditions[name] ?? false,
  mapping: (map, key, name) => `${map}/${key}/${name}`,
};
const resolved = (value: unknown) => resolve(value, lookup);

describe("an intrinsic function", () => {
  test.each<[string, unknown, unknown]>([
    ["Ref", { Ref: "Table" }, "ref-of-Table"],
    ["Fn::GetAtt as a list", { "Fn::GetAtt": ["Table", "Arn"] }, "Arn-of-Table"],
    ["Fn::GetAtt as text with dots", { "Fn::GetAtt": "Table.Stream.Arn" }, "Stream.Arn-of-Table"],
    ["Fn::Join", { "Fn::Join": ["-", ["a", { Ref: "B" }, 3]] }, "a-ref-of-B-3"],
    ["Fn::Split", { "Fn::Split": ["-", { Ref: "B" }] }, ["ref", "of", "B"]],
    ["Fn::Select", { "Fn::Select": [1, ["a", "b"]] }, "b"],
    ["Fn::Select of Fn::Split", { "Fn::Select": ["2", { "Fn::Split": ["-", { Ref: "B" }] }] }, "B"],
    ["Fn::Sub of a resource", { "Fn::Sub": "x/${Table}/y" }, "x/ref-of-Table/y"],
    ["Fn::Sub of an attribute", { "Fn::Sub": "${Table.Arn}/*" }, "Arn-of-Table/*"],
    ["Fn::Sub with its own words", { "Fn::Sub": ["${a}.${T}", { a: { Ref: "B" } }] }, "ref-of-B.ref-of-T"],
    ["Fn::Sub of a literal", { "Fn::Sub": "${!Table}" }, "${Table}"],
    ["Fn::If that holds", { "Fn::If": ["IsProduction", { Ref: "A" }, "b"] }, "ref-of-A"],
    ["Fn::If that does not", { "Fn::If": ["IsLocal", "a", { Ref: "B" }] }, "ref-of-B"],
    ["Fn::FindInMap", { "Fn::FindInMap": ["M", { Ref: "K" }, "n"] }, "M/ref-of-K/n"],
    ["Fn::Base64", { "Fn::Base64": { Ref: "A" } }, Buffer.from("ref-of-A").toString("base64")],
  ])("%s gives its value", (_, written, value) => {
    expect(resolved(written)).toEqual(value);
  });

  test("is resolved however deep it lies", () => {
    expect(resolved({ a: [{ b: { Ref: "C" } }, null, 1, true] })).toEqual({
      a: [{ b: "ref-of-C" }, null, 1, true],
    });
  });

  test("that gives no value leaves no trace in a list or an object", () => {
    const nothing = { "Fn::If": ["IsLocal", "x", { Ref: "AWS::NoValue" }] };
    expect(resolved({ kept: 1, gone: nothing, list: [1, nothing, 2] })).toEqual({ kept: 1, list: [1, 2] });
  });

  test.each(["Fn::ImportValue", "Fn::GetAZs", "Fn::Cidr", "Fn::Transform", "Fn::ToJsonString"])(
    "%s is refused by name",
    (name) => {
      expect(() => resolved({ deep: [{ [name]: "x" }] })).toThrow(`the intrinsic ${name} is not known`);
    },
  );

  test("is refused when it stands beside something else", () => {
    expect(() => resolved({ Ref: "A", "Fn::Sub": "b" })).toThrow("Ref and Fn::Sub stand side by side");
  });

  test.each([
    [{ "Fn::Select": [2, ["a"]] }, "Fn::Select needs a list longer than 2"],
    [{ "Fn::Join": [",", "a"] }, "Fn::Join needs a list"],
    [{ "Fn::Join": [",", [{ list: [] }]] }, "Fn::Join needs text"],
    [{ "Fn::If": ["IsLocal", 1] }, "Fn::If needs a list of 3"],
  ])("says what is wrong with %j", (written, words) => {
    expect(() => resolved(written)).toThrow(words);
  });

  test("is not looked for in a key that only has its name inside", () => {
    expect(resolved({ "x-Fn::Sub": "${kept}", Reference: 1 })).toEqual({
      "x-Fn::Sub": "${kept}",
      Reference: 1,
    });
  });

  test("a dynamic reference is refused rather than passed on as text", () => {
    expect(() => resolved({ a: "{{resolve:ssm:/some/name}}" })).toThrow("dynamic references are not known");
  });
});

describe("a condition", () => {
  test.each<[unknown, boolean]>([
    [{ "Fn::Equals": ["a", "a"] }, true],
    [{ "Fn::Equals": [{ Ref: "A" }, "ref-of-A"] }, true],
    [{ "Fn::Equals": ["a", "b"] }, false],
    [{ Condition: "IsProduction" }, true],
    [{ "Fn::Not": [{ Condition: "IsProduction" }] }, false],
    [{ "Fn::And": [{ Condition: "IsProduction" }, { Condition: "IsLocal" }] }, false],
    [{ "Fn::Or": [{ Condition: "IsProduction" }, { Condition: "IsLocal" }] }, true],
  ])("%j is %s", (expression, expected) => {
    expect(holds(expression, lookup)).toBe(expected);
  });

  test("of another kind is refused", () => {
    expect(() => holds({ "Fn::Contains": [] }, lookup)).toThrow("Fn::Contains");
  });
});
