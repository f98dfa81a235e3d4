/**
 * Impressions in memory: each cell as the number of its word, four bytes a cell, and every different word once. Which
 * rows are learnt from is decided later, so that one reading serves any split.
 */
import { AppError } from "@/lib/errors";
import type { ClickRow } from "../data-sets/click-file";
import { type ClickLayout, fieldNames } from "../data-sets/click-layout";
import { ownString } from "../data-sets/line-reader";
import { GrowableInts } from "./growable";

/** 400 MB of numbers. */
export const MAX_CELLS = 100_000_000;
/** A word takes about 80 bytes with its place in the map: some 250 MB. */
export const MAX_WORDS = 3_000_000;

const count = (value: number) => value.toLocaleString("en");

export class ClickRows {
  private readonly vocabularies: readonly Map<string, number>[];
  private readonly numbers = new GrowableInts();
  /** First cell of each row, where rows differ in length. */
  private readonly starts = new GrowableInts();
  private readonly labels = new GrowableInts();
  private readonly isUneven: boolean;
  private words = 0;
  /** Cells of the longest row. */
  widest = 0;

  constructor(
    readonly layout: ClickLayout,
    /** Smaller in tests. */
    private readonly limits = { cells: MAX_CELLS, words: MAX_WORDS },
  ) {
    this.isUneven = layout.kind === "libfm" && layout.width === null;
    this.vocabularies = fieldNames(layout).map(() => new Map());
  }

  get length(): number {
    return this.labels.length;
  }

  /** How many vocabularies there are: one a place, or one for all where rows differ in length. */
  get places(): number {
    return this.vocabularies.length;
  }

  get isBag(): boolean {
    return this.isUneven;
  }

  /** Throws an AppError that says what to do when there is no room. */
  add({ label, cells }: ClickRow): void {
    if (this.numbers.length + cells.length > this.limits.cells) throw this.tooManyCells();
    if (this.isUneven) this.starts.push(this.numbers.length);
    for (let place = 0; place < cells.length; place++)
      this.numbers.push(this.numberOf(cells[place] as string, this.isUneven ? 0 : place));
    if (this.words > this.limits.words) throw this.tooManyWords();
    this.widest = Math.max(this.widest, cells.length);
    this.labels.push(label);
  }

  labelOf(row: number): number {
    return this.labels.at(row);
  }

  /** Different words of a place, in the order of their numbers. */
  wordsOf(place: number): string[] {
    return [...(this.vocabularies[place] as Map<string, number>).keys()];
  }

  wordCount(place: number): number {
    return (this.vocabularies[place] as Map<string, number>).size;
  }

  /** First cell of `row` and the end. */
  cellsOf(row: number): readonly [number, number] {
    if (!this.isUneven) return [row * this.places, (row + 1) * this.places];
    const isLast = row === this.length - 1;
    return [this.starts.at(row), isLast ? this.numbers.length : this.starts.at(row + 1)];
  }

  /** The word number at a cell. */
  numberAt(cell: number): number {
    return this.numbers.at(cell);
  }

  private numberOf(word: string, place: number): number {
    const vocabulary = this.vocabularies[place] as Map<string, number>;
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    vocabulary.set(ownString(word), vocabulary.size);
    this.words++;
    return vocabulary.size - 1;
  }

  private tooManyCells(): AppError {
    const rows = count(this.length);
    return new AppError(
      "invalid-input",
      `${rows} rows are read and there is no room for more: at most ${count(this.limits.cells)} cells are kept. Leave columns out, or choose a part of the file.`,
    );
  }

  private tooManyWords(): AppError {
    const sizes = this.vocabularies.map(({ size }) => size);
    const worst = sizes.indexOf(Math.max(...sizes));
    const name = fieldNames(this.layout)[worst] ?? "";
    return new AppError(
      "invalid-input",
      `After ${count(this.length)} rows there are more than ${count(this.limits.words)} different values, ${count(sizes[worst] ?? 0)} of them in "${name}". Leave that column out and read again, or choose a part of the file.`,
    );
  }
}
