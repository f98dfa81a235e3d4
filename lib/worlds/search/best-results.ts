/** The k best of what is offered, best first; a product that is offered twice counts once. */
export class BestResults {
  readonly products: Int32Array;
  private readonly scores: Float64Array;
  size = 0;

  constructor(private readonly capacity: number) {
    this.products = new Int32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  clear() {
    this.size = 0;
  }

  /** The score that an offer must exceed. */
  get lowest(): number {
    return this.size < this.capacity ? Number.NEGATIVE_INFINITY : (this.scores[this.capacity - 1] as number);
  }

  offer(product: number, score: number) {
    if (score <= this.lowest || this.holds(product)) return;
    let at = this.size < this.capacity ? this.size++ : this.capacity - 1;
    for (; at > 0 && (this.scores[at - 1] as number) < score; at--) {
      this.scores[at] = this.scores[at - 1] as number;
      this.products[at] = this.products[at - 1] as number;
    }
    this.scores[at] = score;
    this.products[at] = product;
  }

  private holds(product: number): boolean {
    for (let at = 0; at < this.size; at++) if (this.products[at] === product) return true;
    return false;
  }
}
