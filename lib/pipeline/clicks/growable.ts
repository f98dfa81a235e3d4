/** A column of whole numbers that grows while a file is read. */

const FIRST_CAPACITY = 4_096;

export class GrowableInts {
  private values = new Int32Array(FIRST_CAPACITY);
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(value: number) {
    if (this.used === this.values.length) {
      const larger = new Int32Array(this.used * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used++] = value;
  }

  /** Valid until the next push. */
  view(): Int32Array {
    return this.values.subarray(0, this.used);
  }
}
