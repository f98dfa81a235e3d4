"use client";

import { useEffect } from "react";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import { type Task, useTask } from "@/components/lab/use-task";
import type { ProductCard } from "@/lib/pipeline/product-search/trace";

export type IdealItem = { card: ProductCard; grade: number };
type Ideal = { queryId: number; items: readonly IdealItem[] };

/** The ideal list of a query, asked again for another one while `isWanted`. */
export function useIdeal(
  lab: SearchLabStore,
  queryId: number | null,
  isWanted: boolean,
): { task: Task<number, Ideal>; isCurrent: boolean } {
  const task = useTask<number, Ideal>(
    async (asked, options) => ({
      queryId: asked,
      items: await lab.ask("search-ideal", { queryId: asked, limit: 20 }, options),
    }),
    "The ideal list could not be made. Search again to try once more.",
  );
  const { start } = task;
  const isCurrent = queryId !== null && task.result?.queryId === queryId;
  useEffect(() => {
    if (isWanted && queryId !== null && !isCurrent) start(queryId);
  }, [isWanted, queryId, isCurrent, start]);
  return { task, isCurrent };
}
