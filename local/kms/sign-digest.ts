import { createECDH, type KeyObject } from "node:crypto";

/** How many points P-256 has; numbers are reckoned modulo this. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberIn = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString("hex")}`);

const power = (base: bigint, exponent: bigint): bigint => {
  if (exponent === 0n) return 1n;
  const half = power((base * base) % order, exponent / 2n);
  return exponent % 2n === 0n ? half : (half * base) % order;
};

/** By Fermat: the order is a prime. */
const inverse = (number: bigint): bigint => power(number, order - 2n);

/** An INTEGER of DER, which has a sign: a number must not begin with a set bit. */
const integer = (number: bigint): Buffer => {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
  const unsigned = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
  return Buffer.concat([Buffer.of(0x02, unsigned.length), unsigned]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(0x30, content.length), content]);
};

/**
 * ECDSA over P-256 of a digest that somebody else has made, in DER. Node 24 has no way to it: its `sign` always
 * digests what it is given once more. The curve is left to Node. How long it takes tells of the key, so it is for
 * the made-up keys of one machine alone.
 */
export const signDigest = (digest: Buffer, privateKey: KeyObject): Buffer => {
  const once = createECDH("prime256v1");
  const x = once.generateKeys().subarray(1, 33);
  const secret = numberIn(Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url"));
  const r = numberIn(x) % order;
  const s = (inverse(numberIn(once.getPrivateKey())) * (numberIn(digest) + r * secret)) % order;
  return sequence(integer(r), integer(s));
};
