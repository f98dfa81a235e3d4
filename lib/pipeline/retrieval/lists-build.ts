/**
 * Inverted lists (Sivic & Zisserman 2003; Jegou et al. 2011): spherical k-means on a sample, then every row goes to the
 * list of its nearest centroid, found through groups of centroids. Rows are exchanged in place until each list's rows
 * lie together, so the index is never held twice.
 */
import type { Random } from "@/lib/random";
import type { Checkpoint } from "../types";
import { groupCentroids, normaliseVector, seedGroups, writeCentroids } from "./lists-centroids";
import type { Kernel } from "./scan-kernel";
import { ASSIGN_CHUNK, MAX_GROUPS, type ScanLayout } from "./scan-layout";

const SAMPLE_PER_LIST = 64;
const ROUNDS = 6;
/** Fewer lists than this are compared one by one. */
const GROUPED_FROM = 64;
const FIRST_GROUPING_ROUNDS = 4;
const LATER_GROUPING_ROUNDS = 2;
/** Groups of centroids that are looked into for each row. */
const GROUP_VISITS = 8;

export type ListBuild = {
  readonly kernel: Kernel;
  readonly layout: ScanLayout;
  readonly size: number;
  readonly dimension: number;
  /** Whether itemOf and rowOf already hold an order. */
  readonly permuted: boolean;
  readonly random: Random;
  readonly checkpoint: Checkpoint;
  readonly onProgress: (fraction: number) => void;
};

/** Rows [starts[l], starts[l + 1]) are list l; zero vectors follow the last list and belong to none. */
export type BuiltLists = { readonly starts: Int32Array };

class ListBuilder {
  private readonly rows: Int8Array;
  private readonly scales: Uint8Array;
  private readonly chosen: Int32Array;
  private readonly nearest: Uint16Array;
  private readonly itemOf: Int32Array;
  private readonly rowOf: Int32Array;
  private readonly groupCount: number;
  /** Centroids of the groups, carried from round to round. */
  private groups: Float64Array | null = null;
  private work = 0;
  private totalWork = 1;

  constructor(
    private readonly build: ListBuild,
    private readonly lists: number,
  ) {
    const { kernel, layout, size, dimension } = build;
    const { buffer } = kernel.memory;
    this.rows = new Int8Array(buffer, layout.rows, size * dimension);
    this.scales = new Uint8Array(buffer, layout.scales, size);
    this.chosen = new Int32Array(buffer, layout.chosen, Math.min(size, ASSIGN_CHUNK));
    this.nearest = new Uint16Array(buffer, layout.nearest, Math.min(size, ASSIGN_CHUNK));
    this.itemOf = new Int32Array(buffer, layout.itemOf, size);
    this.rowOf = new Int32Array(buffer, layout.rowOf, size);
    this.groupCount = lists < GROUPED_FROM ? 1 : Math.min(MAX_GROUPS, 2 ** Math.round(Math.log2(lists) / 2));
    if (!build.permuted) {
      for (let row = 0; row < size; row++) {
        this.itemOf[row] = row;
        this.rowOf[row] = row;
      }
    }
  }

  /** Rows of distinct random items, none of them the zero vector. */
  private sample(): Int32Array {
    const { size, random } = this.build;
    const items = Int32Array.from({ length: size }, (_, item) => item);
    const rows = new Int32Array(Math.min(size, this.lists * SAMPLE_PER_LIST));
    let count = 0;
    for (let left = size; left > 0 && count < rows.length; left--) {
      const pick = random.integer(left);
      const row = this.rowOf[items[pick] as number] as number;
      items[pick] = items[left - 1] as number;
      if (this.scales[row] !== 0) rows[count++] = row;
    }
    return rows.subarray(0, count);
  }

  /** Adds a row, with its scale, to a sum: integers throughout. */
  private addRow(row: number, sums: Float64Array, at: number) {
    const { dimension } = this.build;
    const scale = this.scales[row] as number;
    for (let d = 0; d < dimension; d++)
      sums[at + d] = (sums[at + d] as number) + (this.rows[row * dimension + d] as number) * scale;
  }

  /** Gives the centroids to the kernel, in the order of their groups. */
  private upload(centroids: Float64Array) {
    const { kernel, layout, dimension } = this.build;
    const { buffer } = kernel.memory;
    const begin = this.groups ?? seedGroups(centroids, dimension, this.groupCount);
    const groups = groupCentroids(
      centroids,
      dimension,
      begin,
      this.groups ? LATER_GROUPING_ROUNDS : FIRST_GROUPING_ROUNDS,
    );
    this.groups = groups.centroids;
    const ordered = new Float64Array(centroids.length);
    for (const [to, from] of groups.order.entries())
      ordered.set(centroids.subarray(from * dimension, (from + 1) * dimension), to * dimension);
    writeCentroids(ordered, new Int8Array(buffer, layout.centroids, ordered.length));
    writeCentroids(groups.centroids, new Int8Array(buffer, layout.groups, groups.centroids.length));
    new Int32Array(buffer, layout.groupStarts, groups.starts.length).set(groups.starts);
    kernel.functions.configureAssign(
      layout.rows,
      dimension,
      layout.groups,
      this.groupCount,
      layout.groupStarts,
      GROUP_VISITS,
      layout.centroids,
      this.lists,
      layout.groupScores,
    );
  }

  /** The nearest centroid of `count` rows into `target`, chunk by chunk. */
  private async assign(rowAt: (index: number) => number, count: number, target: Uint16Array) {
    const { kernel, layout, checkpoint, onProgress } = this.build;
    for (let from = 0; from < count; from += ASSIGN_CHUNK) {
      const length = Math.min(ASSIGN_CHUNK, count - from);
      for (let i = 0; i < length; i++) this.chosen[i] = rowAt(from + i);
      kernel.functions.assign(layout.chosen, length, layout.nearest);
      target.set(this.nearest.subarray(0, length), from);
      this.work += length;
      onProgress(this.work / this.totalWork);
      await checkpoint();
    }
  }

  /** Spherical k-means; afterwards the kernel holds the centroids. */
  private async findCentroids(sample: Int32Array) {
    const { dimension, random } = this.build;
    let centroids = new Float64Array(this.lists * dimension);
    for (let list = 0; list < this.lists && sample.length > 0; list++)
      this.addRow(sample[list % sample.length] as number, centroids, list * dimension);
    const membership = new Uint16Array(sample.length);
    for (let round = 0; ; round++) {
      for (let list = 0; list < this.lists; list++) normaliseVector(centroids, list * dimension, dimension);
      this.upload(centroids);
      if (round === ROUNDS || sample.length === 0) return;
      await this.assign((index) => sample[index] as number, sample.length, membership);
      centroids = new Float64Array(this.lists * dimension);
      const filled = new Uint8Array(this.lists);
      for (const [i, list] of membership.entries()) {
        this.addRow(sample[i] as number, centroids, list * dimension);
        filled[list] = 1;
      }
      for (let list = 0; list < this.lists; list++) {
        if (filled[list]) continue;
        this.addRow(sample[random.integer(sample.length)] as number, centroids, list * dimension);
      }
    }
  }

  /** Rows of each list come to lie together, in the order of their items. */
  private gather(membership: Uint16Array): Int32Array {
    const { kernel, layout, size } = this.build;
    const { lists, scales, rowOf } = this;
    const listOf = (row: number) => (scales[row] === 0 ? lists : (membership[row] as number));
    const starts = new Int32Array(lists + 2);
    for (let row = 0; row < size; row++) {
      const next = listOf(row) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let list = 0; list <= lists; list++)
      starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number);
    const places = starts.slice();
    for (let item = 0; item < size; item++) {
      const list = listOf(rowOf[item] as number);
      const place = places[list] as number;
      places[list] = place + 1;
      rowOf[item] = place;
    }
    kernel.functions.permute(layout.scales, layout.itemOf, layout.rowOf, size);
    return starts.slice(0, lists + 1);
  }

  async run(): Promise<BuiltLists> {
    const { size } = this.build;
    const sample = this.sample();
    this.totalWork = sample.length * ROUNDS + size;
    await this.findCentroids(sample);
    const membership = new Uint16Array(size);
    await this.assign((row) => row, size, membership);
    return { starts: this.gather(membership) };
  }
}

/** @throws what the checkpoint throws; the rows are then as they were, but without lists. */
export function buildInvertedLists(build: ListBuild, lists: number): Promise<BuiltLists> {
  return new ListBuilder(build, lists).run();
}
