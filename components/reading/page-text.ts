/**
 * The text of a page as one string, a line a block, and the way back from an offset in it to the place in the document.
 * Figures, displayed formulas, citations and buttons are left out: what they show changes, and nobody quotes it. A formula
 * inside a sentence is read by its source.
 */
import type { Span } from "@/lib/reading/passages";

export type PageSection = Span & { anchor: string; heading: string };
type Piece = {
  node: Text;
  block: Element | null;
  /** Offset of its first character in the line. */
  start: number;
  /** For each character in the line, its offset in the node. */
  offsets: number[];
};

const SKIPPED =
  "figure, .prose-figure, .katex-display, .katex-html, semantics > :not(annotation), .prose-cite, button, .prose-anchor, .sr-only, .prose-sources";
const BLOCK = "p, li, h2, h3, h4, th, td, blockquote, dt, dd, pre, summary, div";

export class PageText {
  text = "";
  readonly sections: PageSection[] = [];
  private readonly pieces: Piece[] = [];

  constructor(root: Element) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let block: Element | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.id && /^H[2-4]$/.test(node.tagName)) this.openSection(node);
      if (!(node instanceof Text)) continue;
      const own = node.parentElement?.closest(BLOCK) ?? null;
      if (own !== block) this.endLine();
      block = own;
      this.append(node, own);
    }
    this.closeSection();
  }

  private closeSection() {
    const open = this.sections.at(-1);
    if (open) open.end = this.text.length;
  }

  private openSection(heading: Element) {
    this.closeSection();
    const name = (heading.textContent ?? "").trim();
    this.sections.push({ anchor: heading.id, heading: name, start: this.text.length, end: this.text.length });
  }

  private endLine() {
    this.text = this.text.trimEnd();
    if (this.text !== "") this.text += "\n";
  }

  private append(node: Text, block: Element | null) {
    const piece: Piece = { node, block, start: this.text.length, offsets: [] };
    let line = "";
    let isAfterSpace = this.text === "" || /\s$/.test(this.text);
    for (let offset = 0; offset < node.data.length; offset++) {
      const character = node.data.charAt(offset);
      const isSpace = /\s/.test(character);
      if (isSpace && isAfterSpace) continue;
      line += isSpace ? " " : character;
      isAfterSpace = isSpace;
      piece.offsets.push(offset);
    }
    this.text += line;
    if (piece.offsets.length > 0) this.pieces.push(piece);
  }

  /** The section that an offset stands in; null above the first heading. */
  sectionAt(offset: number): PageSection | null {
    return this.sections.findLast(({ start }) => start <= offset) ?? null;
  }

  /** The places of a span in the document, one a block: what lies between blocks, a figure for instance, is not in it. */
  rangesOf({ start, end }: Span): Range[] {
    const ranges: Range[] = [];
    let block: Element | null = null;
    for (const piece of this.pieces) {
      const from = Math.max(start, piece.start) - piece.start;
      const to = Math.min(end, piece.start + piece.offsets.length) - piece.start;
      if (from >= to) continue;
      const last = ranges.at(-1);
      const range = last && block === piece.block ? last : document.createRange();
      if (range !== last) {
        range.setStart(piece.node, piece.offsets[from] ?? 0);
        ranges.push(range);
      }
      range.setEnd(piece.node, (piece.offsets[to - 1] ?? 0) + 1);
      block = piece.block;
    }
    return ranges;
  }

  /** The offset of the first character at or behind a boundary point of the document. */
  private offsetOf(container: Node, offset: number): number {
    const own = this.pieces.find(({ node }) => node === container);
    if (own) {
      const index = own.offsets.findIndex((inNode) => inNode >= offset);
      return own.start + (index === -1 ? own.offsets.length : index);
    }
    const point = document.createRange();
    point.setStart(container, offset);
    const next = this.pieces.find(({ node }) => point.comparePoint(node, 0) >= 0);
    return next ? next.start : this.text.length;
  }

  spanOf(range: Pick<Range, "startContainer" | "startOffset" | "endContainer" | "endOffset">): Span {
    return {
      start: this.offsetOf(range.startContainer, range.startOffset),
      end: this.offsetOf(range.endContainer, range.endOffset),
    };
  }
}
