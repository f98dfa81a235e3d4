/**
 * How often and when each user last saw each campaign: an open-addressing hash table of pairs. Most pairs never meet,
 * and a Map of half a million numbers takes several times the room and the time.
 */
const FIRST_CAPACITY = 1 << 12;
const EMPTY = -1;

export class PairTable {
  private keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
  private counts = new Uint16Array(FIRST_CAPACITY);
  private days = new Float64Array(FIRST_CAPACITY);
  private used = 0;

  constructor(private readonly columns: number) {}

  /** How often the pair met. */
  count(row: number, column: number): number {
    return this.counts[this.placeOf(row * this.columns + column)] as number;
  }

  /** When the pair met last; NaN when it never did. */
  lastDay(row: number, column: number): number {
    const place = this.placeOf(row * this.columns + column);
    return this.keys[place] === EMPTY ? Number.NaN : (this.days[place] as number);
  }

  add(row: number, column: number, day: number): void {
    const key = row * this.columns + column;
    const place = this.placeOf(key);
    if (this.keys[place] === EMPTY) this.used++;
    this.keys[place] = key;
    this.counts[place] = (this.counts[place] as number) + 1;
    this.days[place] = day;
    if (this.used * 2 > this.keys.length) this.grow();
  }

  /** The pair's place, or the free one where it would go. */
  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    let hash = Math.imul(key ^ (key >>> 16), 0x45d9f3b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let place = (hash ^ (hash >>> 13)) & mask;
    while (this.keys[place] !== EMPTY && this.keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { keys, counts, days } = this;
    this.keys = new Float64Array(keys.length * 2).fill(EMPTY);
    this.counts = new Uint16Array(keys.length * 2);
    this.days = new Float64Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === EMPTY) continue;
      const place = this.placeOf(keys[old] as number);
      this.keys[place] = keys[old] as number;
      this.counts[place] = counts[old] as number;
      this.days[place] = days[old] as number;
    }
  }
}
