/** The flow of each kind of data set. */
import { ClicksStore } from "@/components/lab/data/clicks/clicks-store";
import type { FlowFiles } from "@/components/lab/data/core/data-store";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { RankingStore } from "@/components/lab/data/ranking/ranking-store";
import { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import { SearchStore } from "@/components/lab/data/search/search-store";
import type { DataKind } from "@/lib/pipeline/data-sets/recognise/kinds";

export type DataFlow = RatingsStore | ClicksStore | RankingStore | SearchStore;

/** The files have the roles that the kind needs. */
export function createFlow(kind: DataKind, desk: WorkerDesk, files: FlowFiles): DataFlow {
  switch (kind) {
    case "ratings":
      return new RatingsStore(desk, files);
    case "clicks":
      return new ClicksStore(desk, files);
    case "ranking":
      return new RankingStore(desk, files);
    case "search":
      return new SearchStore(desk, files);
  }
}
