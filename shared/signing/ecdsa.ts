/** Bytes of each of the two numbers of a P-256 signature. */
const length = 32;

/** A DER integer from `at`: its bytes without the zero that keeps it from being negative, and where it ends. */
const integer = (der: Buffer, at: number) => {
  const end = at + 2 + (der[at + 1] ?? 0);
  const bytes = der.subarray(at + 2, end);
  if (der[at] !== 0x02 || bytes.length < 1 || bytes.length > length + 1 || end > der.length)
    throw new Error("The signature is not DER");
  return { bytes: bytes.length > length ? bytes.subarray(1) : bytes, end };
};

/** An ECDSA signature as KMS gives it (DER, RFC 3279 § 2.2.3), as JWS wants it: both numbers in 32 bytes each. */
export const fixedLength = (signature: Uint8Array): Buffer => {
  const der = Buffer.from(signature);
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new Error("The signature is not DER");
  const r = integer(der, 2);
  const s = integer(der, r.end);
  const fixed = Buffer.alloc(2 * length);
  r.bytes.copy(fixed, length - r.bytes.length);
  s.bytes.copy(fixed, 2 * length - s.bytes.length);
  return fixed;
};
