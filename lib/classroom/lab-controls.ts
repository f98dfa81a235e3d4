/**
 * The groups of knobs of each lab, by the names they bear there. An assignment that asks for a lab run may hide some,
 * so that all students vary the same thing (the idea of TensorFlow Playground's hidden controls, 2016).
 */
import type { EVIDENCE_WORLDS } from "./assignment";

export type EvidenceWorld = (typeof EVIDENCE_WORLDS)[number];
export type LabControl = { id: string; title: string };

export const LAB_CONTROLS: Record<EvidenceWorld, readonly LabControl[]> = {
  video: [
    { id: "catalogue", title: "Catalogue and search" },
    { id: "retrieve", title: "Retrieve" },
    { id: "rank", title: "Rank" },
    { id: "rerank", title: "Re-rank" },
  ],
  ads: [
    { id: "retrieve", title: "Retrieve" },
    { id: "rank", title: "Predict" },
    { id: "auction", title: "Auction" },
  ],
  search: [
    { id: "catalogue", title: "Catalogue and log" },
    { id: "understand", title: "Understand" },
    { id: "retrieve", title: "Retrieve and fuse" },
    { id: "rank", title: "Rank" },
    { id: "rerank", title: "Re-rank" },
  ],
};

/** Of these ids those that the world's lab has; none where no run is asked for. */
export function knownControls(world: EvidenceWorld | null, ids: readonly string[]): string[] {
  if (world === null) return [];
  return LAB_CONTROLS[world].map(({ id }) => id).filter((id) => ids.includes(id));
}
