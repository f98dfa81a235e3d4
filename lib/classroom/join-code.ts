/**
 * The code by which a class is joined: 8 symbols of Crockford's Base32 (Douglas Crockford, "Base 32", 2002), so 40 bits.
 * The alphabet has no I, L, O and U: what looks like 1 or 0 is read as 1 or 0, and no code says something rude.
 */
export const JOIN_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const JOIN_CODE_LENGTH = 8;

/** Each byte gives one symbol; 256 is a multiple of 32, so random bytes give each symbol with the same chance. */
export function joinCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== JOIN_CODE_LENGTH) throw new RangeError(`A code is made of ${JOIN_CODE_LENGTH} bytes.`);
  return Array.from(bytes, (byte) => JOIN_CODE_ALPHABET[byte % JOIN_CODE_ALPHABET.length]).join("");
}

/** The code that a person typed, in any case, with or without spaces and dashes; null when it cannot be one. */
export function parseJoinCode(text: string): string | null {
  const symbols = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const isCode =
    symbols.length === JOIN_CODE_LENGTH &&
    [...symbols].every((symbol) => JOIN_CODE_ALPHABET.includes(symbol));
  return isCode ? symbols : null;
}

/** "7KQ2M4XR" -> "7KQ2-M4XR": two groups are easier to read out and to type. */
export const formatJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
