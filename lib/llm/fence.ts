/**
 * Puts what a person wrote into a prompt as data. The fence carries a number used once, which the text cannot know, and
 * every line inside begins with "| ", so that no line of it can pose as the fence's end or as one of our own.
 */
import { INVISIBLE_CLASS } from "@/lib/grading/text/unicode";
import { toStorable } from "@/lib/interview/storable-text";

const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]`, "gu");
/** C0 and C1 controls but for tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Compatibility-composed (NFKC), without invisible and control characters, and without the half of a pair that a cut leaves. */
export const cleanText = (text: string): string =>
  toStorable(text)
    .replace(/[\u2028\u2029]/g, "\n")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(CONTROLS, "");

export function fence(label: string, text: string, nonce: string): string {
  const lines = cleanText(text)
    .split("\n")
    .map((line) => `| ${line}`);
  return [`<<<${label} ${nonce}`, ...lines, `${label} ${nonce}>>>`].join("\n");
}
