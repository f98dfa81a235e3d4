/**
 * The first mention of each glossary term on a page becomes a <Term>, which links to its entry and shows its sentence.
 * Headings, links, code, formulas and what stands in a Term already are left alone. A remark plugin in plain
 * JavaScript, because the MDX loader loads its plugins with Node itself.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const SKIPPED_NODES = new Set(["heading", "link", "linkReference", "definition", "code", "html"]);
const SKIPPED_ELEMENTS = new Set(["Term", "Cite", "TryLab", "Sources"]);

/** Forms in which a term is recognised: matcher of all of them, and which term a form (as matched) names. */
export function glossaryForms(glossary) {
  const exact = new Map();
  const folded = new Map();
  for (const [id, { term, also = [], link = true }] of Object.entries(glossary)) {
    if (!link) continue;
    for (const form of [term, ...also].map((form) => form.replaceAll("'", "\u2019"))) {
      // Capitals inside make an abbreviation or a name: MAP is no map.
      if (/\p{Lu}/u.test(form.slice(1))) exact.set(form, id);
      else folded.set(form.toLowerCase(), id);
    }
  }
  const longestFirst = [...exact.keys(), ...folded.keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}@_-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}@_-])`, "giu"),
    termOf: (words) => exact.get(words) ?? folded.get(words.toLowerCase()) ?? null,
  };
}

/** The text cut into plain pieces and mentions; `seen` holds the terms already linked and grows. */
export function splitMentions(text, { pattern, termOf }, seen) {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const term = termOf(match[0]);
    if (term === null || seen.has(term)) continue;
    seen.add(term);
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

const readGlossary = () =>
  parse(readFileSync(fileURLToPath(new URL("../../content/glossary.yaml", import.meta.url)), "utf8"));

export default function remarkGlossary(glossary = readGlossary()) {
  const forms = glossaryForms(glossary);
  return (tree) => {
    const seen = new Set();
    const visit = (node) => {
      if (SKIPPED_NODES.has(node.type) || SKIPPED_ELEMENTS.has(node.name)) return;
      if (!node.children) return;
      node.children = node.children.flatMap((child) => {
        if (child.type === "text") return splitMentions(child.value, forms, seen).map(nodeOf);
        visit(child);
        return [child];
      });
    };
    visit(tree);
  };
}

function nodeOf({ text, term }) {
  const words = { type: "text", value: text };
  if (term === undefined) return words;
  return {
    type: "mdxJsxTextElement",
    name: "Term",
    attributes: [{ type: "mdxJsxAttribute", name: "id", value: term }],
    children: [words],
  };
}
