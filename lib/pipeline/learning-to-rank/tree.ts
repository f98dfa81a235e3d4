/**
 * One regression tree, grown best split first over histograms of binned features. Of two children only the smaller is
 * counted; the other is the parent less the smaller.
 */
import type { Random } from "@/lib/random";
import type { BinnedFeatures } from "./bins";

export type TreeOptions = {
  readonly leaves: number;
  readonly depth: number;
  /** Rows that a leaf must have. */
  readonly minRows: number;
  /** Added to the curvature of a leaf: pulls its value to 0. */
  readonly l2: number;
  /** Share of the tree's features that each split may choose from, drawn anew for each. */
  readonly splitShare: number;
};

/** Node n splits on features[n], or is a leaf when features[n] is -1. Node 0 is the root. */
export type Tree = {
  readonly features: Int32Array;
  /** Rows whose bin is at most this go left; thresholds hold the same as a value. */
  readonly splitBins: Int32Array;
  readonly thresholds: Float32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** What a leaf adds to the score; at a split, what it would add if it were a leaf (tree-paths.ts reads that). */
  readonly values: Float64Array;
  readonly gains: Float64Array;
};

type Split = { feature: number; bin: number; gain: number };
type Leaf = {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly force: number;
  readonly curvature: number;
  readonly histogram: Float64Array;
  readonly split: Split | null;
};

/** Per bin: sum of forces, sum of curvatures, rows. */
const FIELDS = 3;

/** `G^2 / (H + \lambda)`: twice what a leaf takes off the loss. */
const worth = (force: number, curvature: number, l2: number) =>
  (force * force) / (curvature + l2 + Number.EPSILON);

/** Grows trees for one set of binned rows and keeps its buffers. */
export class TreeGrower {
  private readonly binned: BinnedFeatures;
  private readonly options: TreeOptions;
  private readonly random: Random;
  private readonly leafForces: Float64Array;
  private readonly leafCurvatures: Float64Array;
  private readonly aside: Int32Array;

  constructor(binned: BinnedFeatures, options: TreeOptions, random: Random) {
    this.binned = binned;
    this.options = options;
    this.random = random;
    this.leafForces = new Float64Array(binned.rows);
    this.leafCurvatures = new Float64Array(binned.rows);
    this.aside = new Int32Array(binned.rows);
  }

  /**
   * A tree over the rows listed (reordered in place) that splits on `features` only. Leaf values are Newton steps
   * times `shrinkage`.
   */
  grow(
    rows: Int32Array,
    features: Int32Array,
    forces: Float64Array,
    curvatures: Float64Array,
    shrinkage: number,
  ): Tree {
    const { leaves: maxLeaves } = this.options;
    const size = 2 * maxLeaves - 1;
    const tree: Tree = {
      features: new Int32Array(size).fill(-1),
      splitBins: new Int32Array(size),
      thresholds: new Float32Array(size),
      lefts: new Int32Array(size),
      rights: new Int32Array(size),
      values: new Float64Array(size),
      gains: new Float64Array(size),
    };
    const targets = { forces, curvatures };
    const root = this.count(rows, 0, rows.length, features, targets);
    const leaves: Leaf[] = [this.leafOf(0, 0, rows.length, 0, root, features)];
    let nodes = 1;
    while (leaves.length < maxLeaves) {
      const best = takeBest(leaves);
      if (!best?.split) break;
      tree.values[best.node] = this.valueOf(best, shrinkage);
      leaves.push(...this.divide(tree, best, best.split, nodes, rows, features, targets));
      nodes += 2;
    }
    for (const leaf of leaves) {
      tree.values[leaf.node] = this.valueOf(leaf, shrinkage);
      this.binned.spareHistograms.push(leaf.histogram);
    }
    return trim(tree, nodes);
  }

  /** A Newton step times `shrinkage`. */
  private valueOf({ force, curvature }: Leaf, shrinkage: number): number {
    return (shrinkage * force) / (curvature + this.options.l2 + Number.EPSILON);
  }

  private divide(
    tree: Tree,
    parent: Leaf,
    { feature, bin, gain }: Split,
    nodes: number,
    rows: Int32Array,
    features: Int32Array,
    targets: { forces: Float64Array; curvatures: Float64Array },
  ): [Leaf, Leaf] {
    const { node, start, end, depth } = parent;
    const middle = this.partition(rows, start, end, feature, bin);
    tree.features[node] = feature;
    tree.splitBins[node] = bin;
    tree.thresholds[node] = this.binned.limits[(this.binned.starts[feature] as number) + bin] as number;
    tree.lefts[node] = nodes;
    tree.rights[node] = nodes + 1;
    tree.gains[node] = gain;
    const isLeftSmaller = middle - start <= end - middle;
    const smaller = isLeftSmaller
      ? this.count(rows, start, middle, features, targets)
      : this.count(rows, middle, end, features, targets);
    const larger = this.subtract(parent.histogram, smaller, features);
    const [left, right] = isLeftSmaller ? [smaller, larger] : [larger, smaller];
    return [
      this.leafOf(nodes, start, middle, depth + 1, left, features),
      this.leafOf(nodes + 1, middle, end, depth + 1, right, features),
    ];
  }

  /** A histogram of the features; what other features left in the buffer stays and is not read. */
  private count(
    rows: Int32Array,
    start: number,
    end: number,
    features: Int32Array,
    { forces, curvatures }: { forces: Float64Array; curvatures: Float64Array },
  ): Float64Array {
    const { bins, rows: total, starts, spareHistograms } = this.binned;
    const { leafForces, leafCurvatures } = this;
    for (let i = start; i < end; i++) {
      leafForces[i] = forces[rows[i] as number] as number;
      leafCurvatures[i] = curvatures[rows[i] as number] as number;
    }
    const histogram =
      spareHistograms.pop() ?? new Float64Array(FIELDS * (starts[this.binned.width] as number));
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] as number;
      const first = starts[feature] as number;
      const base = feature * total;
      histogram.fill(0, FIELDS * first, FIELDS * (starts[feature + 1] as number));
      for (let i = start; i < end; i++) {
        const at = FIELDS * (first + (bins[base + (rows[i] as number)] as number));
        histogram[at] = (histogram[at] as number) + (leafForces[i] as number);
        histogram[at + 1] = (histogram[at + 1] as number) + (leafCurvatures[i] as number);
        histogram[at + 2] = (histogram[at + 2] as number) + 1;
      }
    }
    return histogram;
  }

  /** The other child, in the parent's buffer. */
  private subtract(parent: Float64Array, child: Float64Array, features: Int32Array): Float64Array {
    const { starts } = this.binned;
    for (const feature of features) {
      const end = FIELDS * (starts[feature + 1] as number);
      for (let i = FIELDS * (starts[feature] as number); i < end; i++)
        parent[i] = (parent[i] as number) - (child[i] as number);
    }
    return parent;
  }

  private leafOf(
    node: number,
    start: number,
    end: number,
    depth: number,
    histogram: Float64Array,
    features: Int32Array,
  ): Leaf {
    let force = 0;
    let curvature = 0;
    const { starts } = this.binned;
    const feature = features[0] ?? 0;
    for (let bin = starts[feature] as number; bin < (starts[feature + 1] as number); bin++) {
      force += histogram[FIELDS * bin] as number;
      curvature += histogram[FIELDS * bin + 1] as number;
    }
    const canSplit = depth < this.options.depth && end - start >= 2 * this.options.minRows;
    const split = canSplit ? this.bestSplit(histogram, features, force, curvature, end - start) : null;
    return { node, start, end, depth, force, curvature, histogram, split };
  }

  private bestSplit(
    histogram: Float64Array,
    features: Int32Array,
    force: number,
    curvature: number,
    rows: number,
  ): Split | null {
    const { starts } = this.binned;
    const { minRows, l2, splitShare } = this.options;
    let best: Split | null = null;
    // Below this, a gain is rounding.
    let bestGain = 1e-9;
    const whole = worth(force, curvature, l2);
    for (const feature of features) {
      if (splitShare < 1 && this.random.next() >= splitShare) continue;
      const first = starts[feature] as number;
      const last = (starts[feature + 1] as number) - 1;
      let leftForce = 0;
      let leftCurvature = 0;
      let leftRows = 0;
      for (let bin = first; bin < last; bin++) {
        leftForce += histogram[FIELDS * bin] as number;
        leftCurvature += histogram[FIELDS * bin + 1] as number;
        leftRows += histogram[FIELDS * bin + 2] as number;
        if (leftRows < minRows) continue;
        if (rows - leftRows < minRows) break;
        const gain =
          worth(leftForce, leftCurvature, l2) +
          worth(force - leftForce, Math.max(0, curvature - leftCurvature), l2) -
          whole;
        if (gain <= bestGain) continue;
        bestGain = gain;
        best = { feature, bin: bin - first, gain };
      }
    }
    return best;
  }

  /** Rows of the left child first, each side in its old order; returns where the right child starts. */
  private partition(rows: Int32Array, start: number, end: number, feature: number, bin: number): number {
    const { bins, rows: total } = this.binned;
    const base = feature * total;
    let left = start;
    let right = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i] as number;
      if ((bins[base + row] as number) <= bin) rows[left++] = row;
      else this.aside[right++] = row;
    }
    rows.set(this.aside.subarray(0, right), left);
    return left;
  }
}

function takeBest(leaves: Leaf[]): Leaf | undefined {
  let best = -1;
  leaves.forEach(({ split }, i) => {
    if (split && split.gain > (leaves[best]?.split?.gain ?? 0)) best = i;
  });
  return best < 0 ? undefined : leaves.splice(best, 1)[0];
}

function trim(tree: Tree, nodes: number): Tree {
  return {
    features: tree.features.slice(0, nodes),
    splitBins: tree.splitBins.slice(0, nodes),
    thresholds: tree.thresholds.slice(0, nodes),
    lefts: tree.lefts.slice(0, nodes),
    rights: tree.rights.slice(0, nodes),
    values: tree.values.slice(0, nodes),
    gains: tree.gains.slice(0, nodes),
  };
}
