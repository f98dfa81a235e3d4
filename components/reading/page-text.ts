/**
 * The text of a page as one line, and the way back from an offset in it to the place in the document. Figures, formulas,
 * citations and buttons are left out: what they show changes, and nobody quotes it.
 */
import type { Span } from "@/lib/reading/passages";

export type PageSection = Span & { anchor: string; heading: string };
type Piece = {
  node: Text;
  /** Offset of its first character in the line. */
  start: number;
  /** For each character in the line, its offset in the node. */
  offsets: number[];
};

const SKIPPED = "figure, .prose-figure, .katex, .prose-cite, button, .prose-anchor, .sr-only, .prose-sources";
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
      if (own !== block && this.text !== "" && !this.text.endsWith(" ")) this.text += " ";
      block = own;
      this.append(node);
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

  private append(node: Text) {
    const piece: Piece = { node, start: this.text.length, offsets: [] };
    let line = "";
    let isAfterSpace = this.text === "" || this.text.endsWith(" ");
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

  private pieceAt(offset: number): Piece | null {
    const piece = this.pieces.findLast(({ start }) => start <= offset);
    return piece && offset < piece.start + piece.offsets.length ? piece : null;
  }

  /** The place of a span in the document. Its ends must be characters, which quotes' ends are. */
  rangeOf({ start, end }: Span): Range | null {
    const [first, last] = [this.pieceAt(start), this.pieceAt(end - 1)];
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, first.offsets[start - first.start] ?? 0);
    range.setEnd(last.node, (last.offsets[end - 1 - last.start] ?? 0) + 1);
    return range;
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
