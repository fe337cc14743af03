import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readStage } from "../../infra/stage.ts";

const folder = mkdtempSync(path.join(tmpdir(), "opptak-stages-"));
afterAll(() => rmSync(folder, { recursive: true }));

const demo = () => ({
  region: "eu-north-1",
  domain: "opptak.example",
  sender: { name: "Opptak", address: "noreply@opptak.example" },
  replyTo: "hjelp@opptak.example",
  alarmEmail: "drift@opptak.example",
  issuer: { kind: "cognito", domainPrefix: "opptak-demo" },
  signingKeys: ["2024-1"],
  logRetentionDays: 90,
});

/** Reads settings as a stage's file would hold them. */
const read = (settings: unknown) => {
  writeFileSync(path.join(folder, "trial.json"), JSON.stringify(settings));
  return readStage("trial", folder);
};

test("the demo stage can be used and names nobody real", () => {
  const stage = readStage("demo");
  expect(stage).toMatchObject({ name: "demo", senderVerified: false });
  for (const name of [stage.domain, stage.sender.address, stage.replyTo, stage.alarmEmail])
    expect(name).toMatch(/\.example$/);
});

test("a stage may bring its own certificate, firewall and issuer", () => {
  const own = {
    ...demo(),
    certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
    webAclArn:
      "arn:aws:wafv2:us-east-1:111122223333:global/webacl/opptak/11111111-2222-3333-4444-555555555555",
    issuer: { kind: "oidc", issuer: "https://login.example", clientId: "opptak", groupsClaim: "groups" },
  };
  expect(read(own)).toMatchObject(own);
});

test("one error names every gap", () => {
  const { region: _, ...rest } = demo();
  const gaps = {
    ...rest,
    domain: "https://opptak.example",
    sender: { name: "Opptak <x>" },
    replyTo: "hjelp",
    issuer: { kind: "cognito", domainPrefix: "aws-opptak" },
    certificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/1",
    signingKeys: ["2024-1", "2024 2"],
    logRetentionDays: 100,
    alarmMail: "drift@opptak.example",
  };
  expect(() => read(gaps)).toThrow(
    new Error(
      [
        'The settings of the stage "trial" cannot be used:',
        "- region: must be a region, such as eu-north-1",
        "- domain: must be a domain name in lower case, such as opptak.example.no",
        "- certificateArn: must be the ARN of a certificate in us-east-1, where CloudFront looks for it",
        "- sender.name: must be words: letters, digits, spaces and hyphens",
        "- sender.address: must be an e-mail address, such as noreply@opptak.example.no",
        "- replyTo: must be an e-mail address, such as noreply@opptak.example.no",
        "- issuer.domainPrefix: must be letters, digits and hyphens, without aws or cognito",
        "- signingKeys.1: must be lower-case letters, digits and hyphens, such as 2024-1",
        "- logRetentionDays: must be a number of days that CloudWatch knows, such as 30, 90 or 365",
        '- the file: Unrecognized key: "alarmMail"',
      ].join("\n"),
    ),
  );
});

test.for([
  ["an issuer of no known kind", { issuer: { kind: "saml" } }, 'issuer.kind: must have "kind"'],
  [
    "an issuer without TLS",
    { issuer: { kind: "oidc", issuer: "http://login.example", clientId: "a", groupsClaim: "b" } },
    "issuer.issuer: must be an https address",
  ],
  ["no key to sign with", { signingKeys: [] }, "signingKeys: must name a key"],
  [
    "a key that is named twice",
    { signingKeys: ["2024-1", "2024-1"] },
    "signingKeys: must name each key once",
  ],
  ["logs for ever", { logRetentionDays: 9999 }, "logRetentionDays"],
] as const)("%s is refused", ([, settings, reason]) => {
  expect(() => read({ ...demo(), ...settings })).toThrow(reason);
});

test.for(["nowhere", "../demo", "", "Demo"])(
  "a stage %j that does not exist is refused with those that do",
  (name) => {
    expect(() => readStage(name)).toThrow(/^There is no stage .* There are demo;/);
  },
);

test("a file that is not JSON is named", () => {
  writeFileSync(path.join(folder, "broken.json"), "{");
  expect(() => readStage("broken", folder)).toThrow('The settings of the stage "broken" are not JSON.');
});
