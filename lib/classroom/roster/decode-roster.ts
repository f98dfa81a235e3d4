/**
 * From the bytes of a file to text. Spreadsheets write UTF-8, UTF-16 in either byte order ("Unicode text") and the old
 * Windows code page. A byte order mark decides; without one the zeros do that UTF-16 puts between Latin letters.
 */

const BYTE_ORDER_MARKS = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;
const SAMPLE_BYTES = 512;
/** Share of zero bytes at even or odd places from which text is taken for UTF-16. */
const ZERO_SHARE = 0.3;

function zeroShare(bytes: Uint8Array, first: 0 | 1): number {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let zeros = 0;
  let places = 0;
  for (let at: number = first; at < sample.length; at += 2, places++) if (sample[at] === 0) zeros++;
  return places === 0 ? 0 : zeros / places;
}

function encodingOf(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked.encoding;
  if (zeroShare(bytes, 1) > ZERO_SHARE) return "utf-16le";
  if (zeroShare(bytes, 0) > ZERO_SHARE) return "utf-16be";
  return "utf-8";
}

/** The text without its byte order mark. Bytes that are no UTF-8 are read as Windows-1252, which takes any. */
export function decodeRoster(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(encoding === "utf-8" ? "windows-1252" : encoding).decode(bytes);
  }
}
