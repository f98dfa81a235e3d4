/** The model card of the search lab as names and values. */
import type { Fact } from "@/components/lab/core/fact-list";
import { formatCount } from "@/components/lab/format";
import { CLICK_MODEL_LABELS } from "@/components/lab/search/knobs/catalogue-knobs";
import { trainSecondsOf } from "@/components/lab/search/training/training-words";
import type { SearchModelCard } from "@/lib/pipeline/product-search/measures";
import type { SearchWorldSummary } from "@/lib/pipeline/product-search/trace";

export function worldFacts(world: SearchWorldSummary): Fact[] {
  const { head, torso, tail } = world.queries;
  return [
    { name: "World seed", value: String(world.seed) },
    {
      name: "Catalogue",
      value: `${formatCount(world.products)} products of ${formatCount(world.types)} types, ${formatCount(world.brands)} brands, ${formatCount(world.sellers)} sellers`,
    },
    {
      name: "Queries",
      value: `${formatCount(head)} head, ${formatCount(torso)} torso, ${formatCount(tail)} tail`,
    },
    {
      name: "Log",
      value: `${formatCount(world.searches)} searches with ${formatCount(world.clicks)} clicks over ${world.days} days`,
    },
    { name: "Click behaviour", value: CLICK_MODEL_LABELS[world.clickModel] },
    { name: "Hash of the world", value: world.hash },
  ];
}

export function trainingFacts(card: SearchModelCard): Fact[] {
  const { twoTower, rankers } = card.parameters;
  return [
    { name: "Version", value: card.version },
    { name: "Training seed", value: String(card.trainingSeed) },
    {
      name: "Two-tower",
      value: `${formatCount(twoTower)} numbers, vectors of ${card.embeddingSize}; trained in ${card.trainSeconds.twoTower.toFixed(0)} s`,
    },
    { name: "Rankers", value: `${Object.keys(rankers).length}, each ranker on each kind of labels` },
    { name: "All of it trained in", value: `${trainSecondsOf(card).toFixed(0)} s, in headless Chromium` },
  ];
}

/** Numbers and seconds of one ranker on one kind of labels. */
export function sizeOf(card: SearchModelCard, ranker: string, labels: string | null): string {
  const key = `${ranker}/${labels}`;
  const numbers = card.parameters.rankers[key];
  return numbers === undefined ? "" : formatCount(numbers);
}
export function secondsOf(card: SearchModelCard, ranker: string, labels: string | null): string {
  const seconds = card.trainSeconds.rankers[`${ranker}/${labels}`];
  return seconds === undefined ? "" : seconds.toFixed(1);
}
