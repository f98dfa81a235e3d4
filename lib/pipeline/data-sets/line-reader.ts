/**
 * Lines of a file of any size: read in slices, so that neither its bytes nor its text lie in memory as a whole, with a
 * checkpoint after each slice.
 */
import { AppError } from "@/lib/errors";
import type { Checkpoint } from "../types";

const SLICE_BYTES = 1 << 20;
const SAMPLE_BYTES = 1 << 18;
/** A line longer than this is no row of ratings. */
const MAX_LINE_LENGTH = 1 << 20;

export type TextEncodingName = "utf-8" | "utf-16le" | "windows-1252";

/** What stands in the way of reading these first bytes as text, in words; null when nothing does. */
function describeBinary(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return "is compressed (gzip). Unpack it and choose the text file inside.";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return "is a zip archive or a spreadsheet. Unpack it, or save the table as CSV, and choose that file.";
  if (!isUtf16(bytes) && bytes.includes(0)) return "is not text.";
  return null;
}

const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe;

/** UTF-8 unless the bytes say otherwise; old files in Latin-1 (titles with accents) read as windows-1252. */
function detectEncoding(bytes: Uint8Array): TextEncodingName {
  if (isUtf16(bytes)) return "utf-16le";
  try {
    // `stream`: the sample may end within a character.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The first complete lines of a file. Throws an AppError that names the file when it is empty or not text. */
export async function readSample(
  file: Blob,
  name: string,
  size = SAMPLE_BYTES,
): Promise<{ lines: string[]; encoding: TextEncodingName }> {
  const bytes = new Uint8Array(await file.slice(0, size).arrayBuffer());
  if (bytes.length === 0) throw new AppError("invalid-input", `${name} is empty.`);
  const problem = describeBinary(bytes);
  if (problem) throw new AppError("invalid-input", `${name} ${problem}`);
  const encoding = detectEncoding(bytes);
  const lines = new TextDecoder(encoding).decode(bytes, { stream: true }).split(/\r\n|\n|\r/);
  if (file.size > bytes.length && lines.length > 1) lines.pop();
  return { lines, encoding };
}

/** A copy with memory of its own: a piece cut from a slice would keep the whole slice alive. */
export const ownString = (text: string): string => ` ${text}`.slice(1);

export type LineContext = {
  readonly checkpoint: Checkpoint;
  /** After each slice, with the bytes read so far. */
  onBytes(bytes: number): void;
};

/** Calls `onLine` with every line and its number, from 1. The last line may lack its line break. */
export async function readLines(
  file: Blob,
  encoding: TextEncodingName,
  onLine: (line: string, number: number) => void,
  { checkpoint, onBytes }: LineContext,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  let rest = "";
  let number = 0;
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    const slice = await file.slice(at, at + SLICE_BYTES).arrayBuffer();
    const text = rest + decoder.decode(slice, { stream: true });
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      onLine(text.slice(start, text[end - 1] === "\r" ? end - 1 : end), ++number);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > MAX_LINE_LENGTH)
      throw new AppError("invalid-input", `Line ${number + 1} has more than a million characters: no table.`);
    onBytes(Math.min(file.size, at + SLICE_BYTES));
    await checkpoint();
  }
  rest += decoder.decode();
  if (rest !== "") onLine(rest, ++number);
}
