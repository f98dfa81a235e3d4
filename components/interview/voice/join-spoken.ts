/** Joins what was spoken to what is written: a space between, a capital at a sentence's start, spoken line breaks. */

const BREAKS: Readonly<Record<string, string>> = {
  "new line": "\n",
  "new paragraph": "\n\n",
  "next point": "\n- ",
};

/** Text to insert behind `before`, so that the two read as one. */
export function joinSpoken(before: string, spoken: string): string {
  const words = spoken.trim().replace(/\s+/g, " ");
  if (words === "") return "";
  const lineBreak = BREAKS[words.toLowerCase().replace(/[.,!]$/, "")];
  if (lineBreak !== undefined) return lineBreak;
  const startsSentence = /((^|\n)\s*(?:[-*]\s*)?|[.!?]\s*)$/.test(before);
  const cased = startsSentence ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return before === "" || /\s$/.test(before) ? cased : ` ${cased}`;
}

/**
 * Where spoken words go in a written text: at the caret when it stands inside, else at the end, where somebody who
 * only speaks wants them.
 */
export function spokenAt(text: string, caret: number, spoken: string): { index: number; insert: string } {
  const index = caret > 0 && caret < text.length ? caret : text.length;
  return { index, insert: joinSpoken(text.slice(0, index), spoken) };
}
