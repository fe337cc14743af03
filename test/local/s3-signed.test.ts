import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { describe, expect, test } from "vitest";
import { Bucket, type Client, type Given, june, serveS3, site } from "./s3-setup.ts";

const anHourAgo = () => new Date(Date.now() - 3_600_000);
const linkTo = (client: Client, rest: object = {}, signing: object = {}) =>
  getSignedUrl(client, new GetObjectCommand({ Bucket, Key: "drafts/1/a.pdf", ...rest }), {
    expiresIn: 60,
    ...signing,
  });

const withObject = async (given?: Given) => {
  const served = await serveS3(given);
  const upload = { bucket: Bucket, key: "drafts/1/a.pdf", bytes: Buffer.from("pdf"), headers: {} };
  return { ...served, version: served.objects.put(upload, june) };
};

describe("a link that carries its signature", () => {
  test("gives the object to who has it, called as the signer said", async () => {
    const { client, version } = await withObject();
    const rest = {
      VersionId: version.id,
      ResponseContentDisposition: `attachment; filename="x.pdf"; filename*=UTF-8''%C3%A6.pdf`,
      ResponseContentType: "application/pdf",
    };
    const response = await fetch(await linkTo(client, rest));
    expect(await response.text()).toBe("pdf");
    expect(response.headers.get("content-disposition")).toBe(rest.ResponseContentDisposition);
    expect(response.headers.get("content-type")).toBe("application/pdf");
  });

  test("is refused when something in it was changed", async () => {
    const { client } = await withObject();
    const link = await linkTo(client, { ResponseContentType: "application/pdf" });
    for (const [from, to] of [
      [/X-Amz-Signature=..../, "X-Amz-Signature=dead"],
      ["a.pdf", "b.pdf"],
      ["X-Amz-Expires=60", "X-Amz-Expires=600"],
      ["application%2Fpdf", "text%2Fhtml"],
    ] as const) {
      expect(link).toMatch(from);
      const response = await fetch(link.replace(from, to));
      expect([response.status, await response.text()]).toEqual([
        403,
        expect.stringContaining("SignatureDoesNotMatch"),
      ]);
    }
  });

  test("is refused when its time is over", async () => {
    const { client } = await withObject();
    const response = await fetch(await linkTo(client, {}, { signingDate: anHourAgo() }));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Request has expired");
  });

  test("does no more than its signer may", async () => {
    const { client, version } = await withObject({ actions: ["GetObject"] });
    expect((await fetch(await linkTo(client))).status).toBe(200);
    const ofVersion = await fetch(await linkTo(client, { VersionId: version.id }));
    expect(ofVersion.status).toBe(403);
    expect(await ofVersion.text()).toContain("s3:GetObjectVersion");
  });

  test("can also be to put something, with the type that was signed", async () => {
    const { client } = await serveS3();
    const command = new PutObjectCommand({ Bucket, Key: "p", ContentType: "image/png" });
    const link = await getSignedUrl(client, command, { expiresIn: 60 });
    const headers = { "content-type": "image/png" };
    expect((await fetch(link, { method: "PUT", body: "png", headers })).status).toBe(200);
    const found = await client.send(new HeadObjectCommand({ Bucket, Key: "p" }));
    expect(found).toMatchObject({ ContentType: "image/png", ContentLength: 3 });
  });

  test("is what it takes: nobody gets anything without", async () => {
    const { endpoint } = await withObject();
    expect((await fetch(`${endpoint}/${Bucket}/drafts/1/a.pdf`)).status).toBe(403);
    expect((await fetch(`${endpoint}/${Bucket}/drafts/1/a.pdf`, { method: "DELETE" })).status).toBe(403);
  });
});

const sha256 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

interface Change {
  readonly fields?: Record<string, string>;
  readonly file?: Blob | undefined;
  readonly name?: string;
}

const ticket = (client: Client, rest: object = {}) =>
  createPresignedPost(client, {
    Bucket,
    Key: "drafts/1/a.pdf",
    Expires: 60,
    Conditions: [
      ["content-length-range", 1, 1000],
      ["starts-with", "$Content-Type", "application/"],
    ],
    ...rest,
  });
type Ticket = Awaited<ReturnType<typeof ticket>>;

const post = async ({ url, fields }: Ticket, { file, name = "søknad.pdf", ...change }: Change = {}) => {
  const form = new FormData();
  const all = { "Content-Type": "application/pdf", ...fields, ...change.fields };
  for (const [field, value] of Object.entries(all)) form.append(field, value);
  form.append("file", file ?? new Blob(["abc"]), name);
  const response = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { origin: site },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

describe("a form that carries its policy", () => {
  test("brings the file under its key, with its type, and tells which version it is", async () => {
    const { client, objects } = await serveS3();
    const { status, headers } = await post(await ticket(client));
    expect(status).toBe(204);
    const [version] = objects.all();
    expect(version).toMatchObject({ key: "drafts/1/a.pdf", size: 3, storedAt: june });
    expect(version?.headers["content-type"]).toBe("application/pdf");
    expect(headers.get("x-amz-version-id")).toBe(version?.id);
    expect(headers.get("etag")).toBe(version?.etag);
    expect(headers.get("access-control-allow-origin")).toBe(site);
  });

  test.for([
    ["too large", { file: new Blob(["a".repeat(1001)]) }, 400, "EntityTooLarge"],
    ["empty", { file: new Blob([]) }, 400, "EntityTooSmall"],
    ["of another type", { fields: { "Content-Type": "text/html" } }, 403, "Policy Condition failed"],
    ["for another key", { fields: { key: "drafts/2/a.pdf" } }, 403, "Policy Condition failed"],
    ["with a field more", { fields: { acl: "public-read" } }, 403, "Extra input fields: acl"],
    ["with another signature", { fields: { "X-Amz-Signature": "dead" } }, 403, "SignatureDoesNotMatch"],
    ["without a policy", { fields: { Policy: "" } }, 403, "SignatureDoesNotMatch"],
  ] as const)("is refused when it is %s, and nothing is kept", async ([, change, status, reason]) => {
    const { client, objects } = await serveS3();
    const answer = await post(await ticket(client), change);
    expect(answer).toMatchObject({ status, text: expect.stringContaining(reason) });
    // A script of the site can read why.
    expect(answer.headers.get("access-control-allow-origin")).toBe(site);
    expect(objects.all()).toEqual([]);
  });

  test("is refused when its time is over", async () => {
    const { client } = await serveS3();
    const late = await ticket(client, { Expires: -1 });
    expect(await post(late)).toMatchObject({ status: 403, text: expect.stringContaining("Policy expired") });
  });

  test("is refused when it is for another bucket, or changed after it was signed", async () => {
    const { client } = await serveS3();
    const given = await ticket(client);
    const policy = JSON.parse(Buffer.from(given.fields["Policy"] ?? "", "base64").toString());
    const wider = { ...policy, conditions: policy.conditions.slice(1) };
    const Policy = Buffer.from(JSON.stringify(wider)).toString("base64");
    expect(await post(given, { fields: { Policy } })).toMatchObject({ status: 403 });
    const elsewhere = await post({ ...given, url: given.url.replace(Bucket, "logs") });
    expect(elsewhere.status).toBe(404);
  });

  test("does no more than its signer may", async () => {
    const { client, objects } = await serveS3({ actions: ["GetObject"] });
    const answer = await post(await ticket(client));
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining("s3:PutObject") });
    expect(objects.all()).toEqual([]);
  });

  test("is held to the SHA-256 that was signed", async () => {
    const { client } = await serveS3();
    const Fields = { "x-amz-checksum-algorithm": "SHA256", "x-amz-checksum-sha256": sha256 };
    const given = await ticket(client, { Fields });
    expect(await post(given, { file: new Blob(["abd"]) })).toMatchObject({
      status: 400,
      text: expect.stringContaining("BadDigest"),
    });
    expect((await post(given)).status).toBe(204);
  });

  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: S3's own word for the file's name
  test.for([
    ["søknad 2.pdf", "drafts/1/søknad 2.pdf"],
    ["C:\\Documents\\plan.pdf", "drafts/1/plan.pdf"],
    ["/home/kari/plan.pdf", "drafts/1/plan.pdf"],
    ["$&.pdf", "drafts/1/$&.pdf"],
  ])("puts the file's name %j where ${filename} stands", async ([name = "", key]) => {
    const { client, objects } = await serveS3();
    const given = await ticket(client, { Key: "drafts/1/${filename}" });
    expect((await post(given, { name })).status).toBe(204);
    expect(objects.all()).toMatchObject([{ key }]);
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: S3's own word for the file's name

  test("sends a browser on to where it was signed to go, and tells there what was kept", async () => {
    const { client } = await serveS3();
    const to = `${site}/nb/sections/attachments?arrived=1`;
    const given = await ticket(client, { Fields: { success_action_redirect: to } });
    const { status, headers } = await post(given);
    expect(status).toBe(303);
    const location = new URL(headers.get("location") ?? "");
    expect(location.href.startsWith(to)).toBe(true);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      arrived: "1",
      bucket: Bucket,
      key: "drafts/1/a.pdf",
      etag: headers.get("etag"),
    });
  });

  test.for([
    ["201", 201],
    ["200", 200],
    ["404", 204],
  ] as const)("answers with status %s as it was signed", async ([wanted, status]) => {
    const { client } = await serveS3();
    const given = await ticket(client, { Fields: { success_action_status: wanted } });
    const answer = await post(given);
    expect(answer.status).toBe(status);
    expect(answer.text.includes("<Key>drafts/1/a.pdf</Key>")).toBe(status === 201);
  });
});

describe("CORS", () => {
  const ask = (endpoint: string, origin: string, method: string, headers = "") =>
    fetch(`${endpoint}/${Bucket}`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": method,
        ...(headers && { "access-control-request-headers": headers }),
      },
    });

  test("lets the site's pages post, as the template says", async () => {
    const { endpoint } = await serveS3();
    const answer = await ask(endpoint, site, "POST");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe(site);
    expect(answer.headers.get("access-control-allow-methods")).toBe("POST, GET");
  });

  test.for([
    ["another site", ["http://127.0.0.1:4001", "POST"]],
    ["another method", [site, "DELETE"]],
    ["a header that is not named", [site, "POST", "x-other"]],
  ] as const)("refuses %s", async ([, asked]) => {
    const { endpoint } = await serveS3();
    const [origin, method, headers] = asked;
    const answer = await ask(endpoint, origin, method, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});
