/**
 * From the codes and numbers of (request, ad) pairs to the input of a model: rows of one packed table and standardised
 * numbers. Fields with few values have rows of their own; ids share 2^bits rows by hash (the hashing trick, Weinberger et
 * al., 2009), so that an ad of today needs no new model. Slot and position are one field, fixed at serving.
 */
import {
  CATEGORICAL_FEATURES,
  type CategoricalFeatureName,
  NUMERIC_FEATURES,
} from "@/lib/worlds/ads/features";
import type { TabularInput } from "../ranking/tabular-model";
import {
  type Buckets,
  bucketOf,
  learnBuckets,
  learnScales,
  MISSING_COLUMNS,
  type NumberScales,
  rescale,
} from "./numeric-columns";
import { CODE_COUNT, NUMBER_COUNT, type RawFeatures } from "./rows";

export type IdEncoding = "hashed" | "exact" | "none";
export type MissingEncoding = "mean" | "indicator" | "bucket";
export type EncoderOptions = {
  /** Ids share 2 to this power rows. */
  readonly hashBits: number;
  readonly ids: IdEncoding;
  /** Whether chosen pairs of fields are fields too (CROSSES). */
  readonly crosses: boolean;
  readonly missing: MissingEncoding;
  /** Numbers that are left out, by their places. */
  readonly without: readonly number[];
};
export const DEFAULT_ENCODER: Omit<EncoderOptions, "crosses" | "hashBits"> = {
  ids: "hashed",
  missing: "indicator",
  without: [],
};

/**
 * Pairs that a person who knows the business would try, the request's field first. Which of them matter, only the data
 * says.
 */
export const CROSSES: readonly (readonly [CategoricalFeatureName, CategoricalFeatureName])[] = [
  ["interest", "category"],
  ["secondInterest", "category"],
  ["siteCategory", "category"],
  ["device", "format"],
  ["ageBand", "priceTier"],
  ["device", "callToAction"],
  ["siteCategory", "hour"],
  ["region", "category"],
  ["weekday", "device"],
];

const BUCKETS = 16;
const PLACEMENTS_PER_SLOT = 4;
const placeOf = (name: CategoricalFeatureName) => CATEGORICAL_FEATURES.findIndex((f) => f.name === name);
const SLOT = placeOf("slot");
const POSITION = placeOf("position");

export type Field = {
  readonly name: string;
  /** Places of the categorical features that it is made of; none for a bucketed number. */
  readonly features: readonly number[];
  /** First row in the table, and how many codes have rows of their own; 0 for a hashed field. */
  readonly start: number;
  readonly size: number;
  codeOf(raw: RawFeatures, row: number): number;
};

/** Mixes field and code into 32 bits (the finaliser of MurmurHash3, Appleby, 2008). */
export function hashCode(field: number, code: number): number {
  let h = Math.imul(code + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export class AdEncoder {
  readonly fields: readonly Field[];
  readonly denseNames: readonly string[];
  /** The number that each dense column is made of. */
  readonly denseSources: readonly number[];
  /** Rows of the packed table: those of small fields first, then the shared ones. */
  readonly tableRows: number;
  private readonly hashedStart: number;
  private readonly mask: number;
  private readonly numbers: readonly number[];
  private readonly indicators: readonly number[];

  /** `sizes`: codes of each categorical feature (`categoricalSizes`). `buckets` are needed with missing "bucket" only. */
  constructor(
    sizes: readonly number[],
    readonly options: EncoderOptions,
    readonly scales: NumberScales,
    buckets: readonly Buckets[] = [],
  ) {
    const isBucketed = options.missing === "bucket";
    const kept = NUMERIC_FEATURES.map((_, f) => f).filter((f) => !options.without.includes(f));
    const plain = [...createPlainFields(sizes, options), ...(isBucketed ? bucketFields(kept, buckets) : [])];
    let start = 0;
    this.fields = plain.map((field) => {
      const placed = { ...field, start };
      start += field.size;
      return placed;
    });
    this.hashedStart = start;
    const hasHashed = this.fields.some(({ size }) => size === 0);
    this.mask = (1 << options.hashBits) - 1;
    this.tableRows = start + (hasHashed ? 1 << options.hashBits : 0);
    this.numbers = isBucketed ? [] : kept;
    this.indicators = options.missing === "indicator" ? MISSING_COLUMNS.filter((f) => kept.includes(f)) : [];
    const labelOf = (f: number) => NUMERIC_FEATURES[f]?.label ?? "";
    this.denseSources = [...this.numbers, ...this.indicators];
    this.denseNames = [
      ...this.numbers.map(labelOf),
      ...this.indicators.map((f) => `${labelOf(f)} is missing`),
    ];
  }

  /** Models want one dense column at least; it stays 0. */
  get denseFeatures(): number {
    return Math.max(1, this.denseNames.length);
  }

  get shape() {
    return { fields: this.fields.length, tableRows: this.tableRows, denseFeatures: this.denseFeatures };
  }

  get names(): readonly string[] {
    return [...this.fields.map(({ name }) => name), ...this.denseNames];
  }

  encode(raw: RawFeatures): TabularInput {
    const { fields, denseFeatures } = this;
    const width = fields.length;
    const fieldRows = new Int32Array(raw.count * width);
    const dense = new Float32Array(raw.count * denseFeatures);
    for (let i = 0; i < raw.count; i++) {
      for (let f = 0; f < width; f++) {
        const { codeOf, start, size } = fields[f] as Field;
        const code = codeOf(raw, i);
        fieldRows[i * width + f] =
          size > 0 ? start + code : this.hashedStart + (hashCode(f, code) & this.mask);
      }
      this.writeNumbers(raw, i, dense, i * denseFeatures);
    }
    return { count: raw.count, fieldRows, dense };
  }

  private writeNumbers(raw: RawFeatures, row: number, dense: Float32Array, at: number) {
    const { means, deviations } = this.scales;
    let to = at;
    for (const f of this.numbers) {
      const value = rescale(f, raw.numbers[row * NUMBER_COUNT + f] as number);
      dense[to++] = Number.isNaN(value) ? 0 : (value - (means[f] as number)) / (deviations[f] as number);
    }
    for (const f of this.indicators)
      dense[to++] = Number.isNaN(raw.numbers[row * NUMBER_COUNT + f] as number) ? 1 : 0;
  }
}

/** An encoder whose scales and buckets are learnt from `train`. */
export function learnEncoder(
  sizes: readonly number[],
  options: EncoderOptions,
  train: RawFeatures,
): AdEncoder {
  const buckets =
    options.missing === "bucket" ? NUMERIC_FEATURES.map((_, f) => learnBuckets(train, f, BUCKETS)) : [];
  return new AdEncoder(sizes, options, learnScales(train), buckets);
}

type Unplaced = Omit<Field, "start">;
const codeAt = (feature: number) => (raw: RawFeatures, row: number) =>
  raw.codes[row * CODE_COUNT + feature] as number;

function createPlainFields(sizes: readonly number[], { ids, crosses }: EncoderOptions): Unplaced[] {
  const fields: Unplaced[] = [];
  for (const [f, { label, values, isPlacement }] of CATEGORICAL_FEATURES.entries()) {
    if (isPlacement) continue;
    const isId = values === null;
    if (isId && ids === "none") continue;
    const size = isId && ids === "hashed" ? 0 : (sizes[f] ?? 1);
    fields.push({ name: label, features: [f], size, codeOf: codeAt(f) });
  }
  const placement = (raw: RawFeatures, row: number) =>
    codeAt(SLOT)(raw, row) * PLACEMENTS_PER_SLOT + codeAt(POSITION)(raw, row);
  fields.push({
    name: "Placement",
    features: [SLOT, POSITION],
    size: 2 * PLACEMENTS_PER_SLOT,
    codeOf: placement,
  });
  if (crosses) for (const pair of CROSSES) fields.push(crossField(sizes, pair));
  return fields;
}

function crossField(sizes: readonly number[], [left, right]: (typeof CROSSES)[number]): Unplaced {
  const [a, b] = [placeOf(left), placeOf(right)];
  const width = sizes[b] ?? 1;
  const label = (f: number) => CATEGORICAL_FEATURES[f]?.label ?? "";
  return {
    name: `${label(a)} x ${label(b)}`,
    features: [a, b],
    size: (sizes[a] ?? 1) * width,
    codeOf: (raw, row) => codeAt(a)(raw, row) * width + codeAt(b)(raw, row),
  };
}

const bucketFields = (kept: readonly number[], buckets: readonly Buckets[]): Unplaced[] =>
  kept.flatMap((f) => {
    const own = buckets[f];
    if (!own) return [];
    return {
      name: NUMERIC_FEATURES[f]?.label ?? "",
      features: [],
      size: own.edges.length + 2,
      codeOf: (raw: RawFeatures, row: number) => bucketOf(own, raw.numbers[row * NUMBER_COUNT + f] as number),
    };
  });
