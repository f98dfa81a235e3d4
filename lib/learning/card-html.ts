/**
 * Card text (inline Markdown with $formulas$) as the HTML of an Anki field. Formulas become \( \) and \[ \], which
 * Anki draws with its own MathJax. Everything else is escaped, so a card can never bring markup of its own.
 */
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Code and formulas are taken whole, before anything in them could be read as emphasis. */
const LITERAL = /(`+)(.+?)\1|\$\$([^$]+)\$\$|(?<![\\$])\$(?!\s)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)/gs;

const LINK = /\[([^\]]+)\]\(([^()\s]+)\)/g;

/** Emphasis, strong text, links and line breaks of escaped text. Links keep their words: in Anki there is no page beside. */
const inline = (text: string): string =>
  escapeHtml(text)
    .replace(LINK, "$1")
    .replace(/\*\*(.+?)\*\*/gs, "<b>$1</b>")
    .replace(/(?<![\w*])\*(?!\s)(.+?)(?<!\s)\*(?![\w*])/gs, "<i>$1</i>")
    .replace(/(?<!\w)_(?!\s)(.+?)(?<!\s)_(?!\w)/gs, "<i>$1</i>")
    .replace(/\\([\\`*_$[\]()#+\-.!])/g, "$1")
    .replace(/\n\s*\n/g, "<br><br>")
    .replace(/\n/g, " ");

/** @example "Is `k` **always** $10$?" becomes "Is <code>k</code> <b>always</b> \(10\)?" */
export function cardToHtml(markdown: string): string {
  const text = markdown.trim();
  let html = "";
  let end = 0;
  for (const match of text.matchAll(LITERAL)) {
    const [whole, , code, display, formula] = match;
    html += inline(text.slice(end, match.index));
    if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (display !== undefined) html += `\\[${escapeHtml(display.trim())}\\]`;
    else html += `\\(${escapeHtml(formula ?? "")}\\)`;
    end = match.index + whole.length;
  }
  return html + inline(text.slice(end));
}
