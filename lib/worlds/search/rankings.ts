/**
 * What both versions of the old ranker show for each query, with all that does not depend on who looks: computed when a query
 * first comes, and kept. Several logs of one world can share them.
 */
import { appealOf, dearnessOf } from "./behaviour";
import { type GradedWorld, gradeOf } from "./grades";
import { createLexicalLists } from "./lexical-lists";
import { KEPT, ProductionRanker, RANKER_VERSIONS } from "./production-ranker";
import { createRankerRecords } from "./ranker-records";
import type { SearchCatalogue, SearchTruth, SearchWorldConfig } from "./types";

export type SimulatedWorld = GradedWorld & {
  readonly config: SearchWorldConfig;
  readonly catalogue: SearchCatalogue;
  readonly truth: SearchTruth;
};

const NOT_RANKED = 255;

/** Flat columns: tens of thousands of small arrays would keep the garbage collector busy for seconds. */
export class Rankings {
  private readonly ranker: ProductionRanker;
  /** [queries, versions]: results, or NOT_RANKED. */
  private readonly sizes: Uint8Array;
  /** [queries, versions, KEPT], best first; so are the other columns. */
  readonly products: Int32Array;
  readonly grades: Uint8Array;
  /** Logits. */
  readonly appeal: Float32Array;
  readonly dearness: Float32Array;

  constructor(private readonly world: SimulatedWorld) {
    const { catalogue, titles, truth } = world;
    const lists = createLexicalLists(catalogue, titles);
    const records = createRankerRecords(catalogue, titles, lists.product);
    this.ranker = new ProductionRanker({ titles, intents: truth.intents, lists, records });
    const rankings = truth.intents.size * RANKER_VERSIONS;
    this.sizes = new Uint8Array(rankings).fill(NOT_RANKED);
    this.products = new Int32Array(rankings * KEPT);
    this.grades = new Uint8Array(rankings * KEPT);
    this.appeal = new Float32Array(rankings * KEPT);
    this.dearness = new Float32Array(rankings * KEPT);
  }

  /** The place of the first result of a version for a query. */
  startOf = (query: number, version: number): number => (query * RANKER_VERSIONS + version) * KEPT;

  /** Number of results. */
  sizeOf(query: number, version: number): number {
    const ranking = query * RANKER_VERSIONS + version;
    if (this.sizes[ranking] === NOT_RANKED) this.fill(query);
    return this.sizes[ranking] as number;
  }

  private fill(query: number) {
    const { world } = this;
    this.ranker.rank(query).forEach(({ products, size }, version) => {
      const start = this.startOf(query, version);
      this.sizes[query * RANKER_VERSIONS + version] = size;
      for (let place = 0; place < size; place++) {
        const product = products[place] as number;
        const grade = gradeOf(world, query, product);
        this.products[start + place] = product;
        this.grades[start + place] = grade;
        this.appeal[start + place] = appealOf(world, query, product, grade);
        this.dearness[start + place] = dearnessOf(world, product);
      }
    });
  }
}
