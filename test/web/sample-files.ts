// Files in every state, for the samples.
import { type FileFault, StoredFile } from "#shared/domain/stored-file.ts";

const sha256 = "0".repeat(64);

const file = (n: number, given: Partial<Omit<StoredFile, "id">>): StoredFile =>
  StoredFile.parse({
    id: `5f0c1f4e-7a51-4a57-9d1e-0000000000${String(10 + n)}`,
    name: `Intensjonserklæring fra medlem ${n}.pdf`,
    type: "application/pdf",
    bytes: 150_000 * n,
    state: "clean",
    sha256,
    key: `k${n}`,
    version: `v${n}`,
    addedAt: "2024-06-20T10:00:00.000Z",
    addedBy: "Kari Nordmann",
    ...given,
  });

const { sha256: _, key: __, version: ___, ...unknown } = file(5, { name: "", bytes: 0, state: "awaited" });
const refused = (n: number, why: FileFault) => file(n, { state: "refused", why });

export const fileAnswers: Record<string, readonly StoredFile[]> = {
  strategy: [file(1, { name: "Strategi 2024–2030 for Havbruksklyngen Vest, vedtatt på årsmøtet.pdf" })],
  letters: [
    file(2, {}),
    file(3, { state: "checking" }),
    file(4, { state: "awaited" }),
    unknown,
    refused(6, "malware"),
    refused(7, "not-the-type"),
  ],
};
