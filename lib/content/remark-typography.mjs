/**
 * Straight quotes in our texts become curly ones; code and formulas keep theirs. A remark plugin in plain JavaScript,
 * because the MDX loader loads its plugins with Node itself.
 */

const OPENS_AFTER = /^$|[\s([{\u2013\u2014\u2018\u201C]/;
const BLOCKS = new Set(["paragraph", "heading", "tableCell"]);

/** `before` is the character in front of the text: a quote opens after a space or a bracket, and closes otherwise. */
export function curlyQuotes(text, before = "") {
  let last = before;
  let curled = "";
  for (const [index, character] of [...text].entries()) {
    const opens = OPENS_AFTER.test(last);
    if (character === '"') last = opens ? "\u201C" : "\u201D";
    else if (character === "'") last = opens && !/^\d/.test(text.slice(index + 1)) ? "\u2018" : "\u2019";
    else last = character;
    curled += last;
  }
  return curled;
}

export default function remarkTypography() {
  return (tree) => {
    let last = "";
    const visit = (node) => {
      if (BLOCKS.has(node.type)) last = "";
      if (node.type === "text") {
        node.value = curlyQuotes(node.value, last);
        last = node.value.at(-1) ?? last;
      } else if (node.type === "inlineCode" || node.type === "inlineMath") last = "x";
      else if (node.type === "break") last = " ";
      for (const child of node.children ?? []) visit(child);
    };
    visit(tree);
  };
}
