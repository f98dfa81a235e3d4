"use client";

import { useLabStore } from "@/components/lab/core/use-lab";
import { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabStart } from "@/components/lab/search/search-view";

const loadLive = () => import("@/components/lab/search/live").then((module) => module.live);

/** The search lab of a component. */
export const useSearchLab = (start: SearchLabStart) => useLabStore(() => new SearchLabStore(start, loadLive));

const SMALL_DEVICE_PRODUCTS = 20_000;

export function startSmall(lab: SearchLabStore): void {
  lab.startWith(
    { products: SMALL_DEVICE_PRODUCTS },
    "products",
    "This device starts with 20,000 of the 200,000 products; Catalogue changes that.",
  );
}
