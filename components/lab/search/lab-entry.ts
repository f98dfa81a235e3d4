/** The search lab in the list of labs. Read on the server only. */
import { formatCount } from "@/components/lab/format";
import type { LabEntry } from "@/components/lab/lab-entry";
import { precomputedSearchStart } from "@/components/lab/search/precomputed";

export function searchLabEntry(): LabEntry {
  const { world } = precomputedSearchStart().card;
  const { head, torso, tail } = world.queries;
  return {
    path: "/lab/search",
    title: "Product search",
    text: "Type a query: it is corrected, widened and understood, BM25 and a two-tower bring candidates, a ranker orders them. Open any result for its story, measure head, torso and tail, learn from clicks or grades, and let two rankers meet before the same shoppers.",
    facts: `${formatCount(world.products)} products · ${formatCount(head + torso + tail)} queries · ${formatCount(world.clicks)} clicks in the log`,
  };
}
