/**
 * As much of the protocol buffers wire format as writing a message needs: a field is a key (its number and the kind of
 * what follows) and then a varint, or a length and that many bytes. Source: protobuf.dev/programming-guides/encoding.
 */
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** Seven bits a byte, lowest first; the top bit says that more follow. `value` is a whole number from 0 to 2^53. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const key = (field: number, kind: number) => varint(field * 8 + kind);

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export const integerField = (field: number, value: number): Uint8Array =>
  Uint8Array.from([...key(field, VARINT), ...varint(value)]);

/** Bytes, or a message within a message: both are written alike. */
export const bytesField = (field: number, bytes: Uint8Array): Uint8Array =>
  join([Uint8Array.from([...key(field, LENGTH_DELIMITED), ...varint(bytes.length)]), bytes]);

export const messageField = (field: number, ...fields: readonly Uint8Array[]): Uint8Array =>
  bytesField(field, join(fields));

export const textField = (field: number, text: string): Uint8Array =>
  bytesField(field, new TextEncoder().encode(text));
