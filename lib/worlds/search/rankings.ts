/**
 * What both versions of the old ranker show for each query, with all that does not depend on who looks: computed when a query
 * first comes, and kept. Several logs of one world can share them.
 */
import { appealOf, dearnessOf } from "./behaviour";
import { type GradedWorld, gradeOf } from "./grades";
import { createLexicalLists } from "./lexical-lists";
import { ProductionRanker } from "./production-ranker";
import { createRankerRecords } from "./ranker-records";
import type { SearchCatalogue, SearchTruth, SearchWorldConfig } from "./types";

export type SimulatedWorld = GradedWorld & {
  readonly config: SearchWorldConfig;
  readonly catalogue: SearchCatalogue;
  readonly truth: SearchTruth;
};

/** Results of one version, best first; all columns alike. */
export type Ranking = {
  readonly products: Int32Array;
  readonly grades: Uint8Array;
  /** Logits. */
  readonly appeal: Float32Array;
  readonly dearness: Float32Array;
};

export class Rankings {
  private readonly ranker: ProductionRanker;
  private readonly known: (readonly Ranking[] | undefined)[];

  constructor(private readonly world: SimulatedWorld) {
    const { catalogue, titles, truth } = world;
    const lists = createLexicalLists(catalogue, titles);
    const records = createRankerRecords(catalogue, titles, lists.product);
    this.ranker = new ProductionRanker({ titles, intents: truth.intents, lists, records });
    this.known = new Array(truth.intents.size);
  }

  /** Of both versions. */
  of(query: number): readonly Ranking[] {
    const known = this.known[query];
    if (known) return known;
    const rankings = this.ranker.rank(query).map((products) => this.describe(query, products));
    this.known[query] = rankings;
    return rankings;
  }

  private describe(query: number, products: Int32Array): Ranking {
    const { world } = this;
    const grades = Uint8Array.from(products, (product) => gradeOf(world, query, product));
    const appeal = Float32Array.from(products, (product, place) =>
      appealOf(world, query, product, grades[place] as number),
    );
    return {
      products,
      grades,
      appeal,
      dearness: Float32Array.from(products, (product) => dearnessOf(world, product)),
    };
  }
}
