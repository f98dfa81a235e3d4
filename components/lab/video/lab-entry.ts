/** The video lab in the list of labs. Read on the server only. */
import { formatCount } from "@/components/lab/format";
import type { LabEntry } from "@/components/lab/lab-entry";
import { precomputedStart } from "@/components/lab/video/precomputed";

export function videoLabEntry(): LabEntry {
  const { card, recommendation } = precomputedStart();
  return {
    path: "/lab/video",
    title: "Video recommendation",
    text: "Six sources, four rankers, rules and diversity over a world with a known truth. Step through a request, move every knob, switch parts off, predict what happens, train it again.",
    facts: `${formatCount(recommendation.catalogueSize)} videos · ${formatCount(card.world.users)} viewers · ${formatCount(card.world.watches)} watches in the log`,
  };
}
