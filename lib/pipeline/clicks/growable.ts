/** A column of whole numbers that grows while a file is read, in pieces: growing copies nothing and wastes less than one piece. */

const PIECE_BITS = 16;
const PIECE = 1 << PIECE_BITS;

export class GrowableInts {
  private readonly pieces: Int32Array[] = [];
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(value: number) {
    const at = this.used & (PIECE - 1);
    if (at === 0) this.pieces.push(new Int32Array(PIECE));
    (this.pieces[this.used >> PIECE_BITS] as Int32Array)[at] = value;
    this.used++;
  }

  at(index: number): number {
    return (this.pieces[index >> PIECE_BITS] as Int32Array)[index & (PIECE - 1)] as number;
  }
}
