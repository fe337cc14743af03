import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { ApplicationId } from "#shared/domain/application.ts";
import { FileId } from "#shared/domain/stored-file.ts";
import { downloadLink, openBucket, uploadForm } from "#shared/files/bucket.ts";
import { readKey, uploadKey } from "#shared/files/keys.ts";

const application = ApplicationId.parse(randomUUID());
const file = FileId.parse(randomUUID());

describe("a key", () => {
  test("says which file of which application it is, and what it is called", () => {
    expect(readKey(uploadKey(application, file, "Plan.pdf"))).toEqual({
      application,
      file,
      name: "Plan.pdf",
    });
    expect(readKey(uploadKey(application, file, "a/../b\\Årsmelding.pdf"))?.name).toBe("Årsmelding.pdf");
  });
  test.for(["", "drafts", `drafts/${application}/${file}`, `other/${application}/${file}/a`, "drafts/x/y/z"])(
    "that is none of ours is none: %s",
    (key) => {
      expect(readKey(key)).toBeUndefined();
    },
  );
});

beforeEach(() => {
  vi.stubEnv("AWS_REGION", "eu-north-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
});

const Policy = z.object({ expiration: z.string(), conditions: z.array(z.unknown()) });
const policyOf = (fields: Readonly<Record<string, string>>) =>
  Policy.parse(JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString()));

describe("the form a file is uploaded with", () => {
  test("takes just the file that was declared: its key, type, digest and size", async () => {
    const bucket = openBucket("opptak-files");
    const key = uploadKey(application, file, "Plan.pdf");
    const sha256 = createHash("sha256").update("plan").digest("hex");
    const exactly = { type: "application/pdf", sha256 };
    const { url, fields } = await uploadForm(bucket, { key, maxMegabytes: 10, exactly });
    expect(url).toMatch(/^https:\/\/opptak-files\.s3\.eu-north-1\.amazonaws\.com\/$/);
    const { conditions } = policyOf(fields);
    expect(conditions).toEqual(
      expect.arrayContaining([
        ["content-length-range", 1, 10 * 1024 * 1024],
        { key },
        { bucket: "opptak-files" },
        { "Content-Type": "application/pdf" },
        { "x-amz-checksum-algorithm": "SHA256" },
        { "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64") },
      ]),
    );
    expect(fields["key"]).toBe(key);
  });

  test("without script takes any name, and has the way back in it", async () => {
    const bucket = openBucket("opptak-files");
    const key = uploadKey(application, file, "");
    const goesTo = "https://opptak.example/nb/applications/a/sections/attachments?arrived=b";
    const { fields } = await uploadForm(bucket, { key, maxMegabytes: 2, goesTo });
    const { conditions, expiration } = policyOf(fields);
    expect(conditions).toEqual(
      expect.arrayContaining([
        ["content-length-range", 1, 2 * 1024 * 1024],
        ["starts-with", "$key", `drafts/${application}/${file}/`],
        { success_action_redirect: goesTo },
      ]),
    );
    expect(fields["X-Amz-Date"]?.slice(0, 8)).toBe(expiration.slice(0, 10).replaceAll("-", ""));
  });
});

test("a download is of one version, for a minute, and always something to save", async () => {
  const bucket = openBucket("opptak-files");
  const link = new URL(
    await downloadLink(bucket, {
      key: uploadKey(application, file, "x"),
      version: "v1",
      name: 'Årsmelding "2023".pdf',
      type: "application/pdf",
    }),
  );
  expect(Object.fromEntries(link.searchParams)).toMatchObject({
    versionId: "v1",
    "X-Amz-Expires": "60",
    "response-content-type": "application/pdf",
    "response-content-disposition": `attachment; filename="Arsmelding 2023.pdf"; filename*=UTF-8''%C3%85rsmelding%20%222023%22.pdf`,
  });
});
