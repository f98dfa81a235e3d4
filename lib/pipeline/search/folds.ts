/** Cross-validation of queries: those that share a relevant document stay together, or a fold would know its answers. */

/** The fold of each query, from the ids of its relevant documents. Folds are about equally large. */
export function groupedFolds(relevant: readonly (readonly number[])[], folds: number): Int32Array {
  const parents = relevant.map((_, query) => query);
  const find = (query: number): number => {
    let root = query;
    while (parents[root] !== root) root = parents[root] as number;
    return root;
  };
  const ownerOf = new Map<number, number>();
  relevant.forEach((documents, query) => {
    for (const document of documents) {
      const owner = ownerOf.get(document);
      if (owner === undefined) ownerOf.set(document, query);
      else parents[Math.max(find(query), find(owner))] = Math.min(find(query), find(owner));
    }
  });
  const sizes = new Int32Array(folds);
  const foldOf = new Map<number, number>();
  return Int32Array.from(relevant, (_, query) => {
    const root = find(query);
    const known = foldOf.get(root);
    const fold = known ?? sizes.indexOf(Math.min(...sizes));
    foldOf.set(root, fold);
    sizes[fold] = (sizes[fold] as number) + 1;
    return fold;
  });
}
