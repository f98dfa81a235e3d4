/** hnswlib-wasm: a navigable small-world graph (Malkov and Yashunin, 2018) over float32 rows, one thread. */
import { loadHnswlib } from "hnswlib-wasm";

export type GraphOptions = { readonly links: number; readonly constructionWidth: number };

export type HnswlibGraph = {
  add(vector: Float32Array, label: number): void;
  /** Labels, nearest first; `width` (ef) is how many candidates the search keeps. */
  search(query: Float32Array, k: number, width: number): number[];
  /** The whole memory of the library: rows, links and what it asked for in advance. */
  bytes(): number;
};

const SEED = 100;

export async function createHnswlibGraph(
  size: number,
  dimension: number,
  { links, constructionWidth }: GraphOptions,
): Promise<HnswlibGraph> {
  const library = await loadHnswlib();
  const graph = new library.HierarchicalNSW("ip", dimension, "");
  graph.initIndex(size, links, constructionWidth, SEED);
  return {
    add: (vector, label) => graph.addPoint(vector, label, false),
    search(query, k, width) {
      graph.setEfSearch(width);
      return graph.searchKnn(query, k, undefined).neighbors;
    },
    bytes: () => (library as unknown as { HEAPU8: Uint8Array }).HEAPU8.byteLength,
  };
}
