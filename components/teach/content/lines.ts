/** Sentences in a text box, one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const toLines = (sentences: readonly string[]): string => sentences.join("\n");
