/** The model card in words: what runs now, what it was made from. */

import type { Fact } from "@/components/lab/core/fact-list";
import { formatCount } from "@/components/lab/format";
import { RANKER_LABELS } from "@/components/lab/video/knobs/ranker-words";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { RANKER_NAMES } from "@/lib/pipeline/video/names";
import type { ModelCard, WorldSummary } from "@/lib/pipeline/video/trace";

export function describeRunning({ training, card, state }: VideoLabView): string {
  const ranker = RANKER_LABELS[state.knobs.ranker];
  if (training.isRunning) return "Models are being trained in this browser; until they are done, none serve.";
  if (training.isOwn)
    return `Models trained in this browser: a two-tower for retrieval, and ${ranker} with four heads for ranking. They live in this tab and are gone with it.`;
  return `The models that came with Shortlist, version ${card.version}: a two-tower for retrieval, and ${ranker}, one of ${Object.keys(card.parameters.rankers).length} rankers with four heads each, for ranking. They learn from the log of a simulated world; nothing about real people is in them.`;
}

export function worldFacts(world: WorldSummary, state: VideoLabView["state"]): Fact[] {
  return [
    { name: "World seed", value: String(state.seed) },
    {
      name: "Videos",
      value:
        state.items > world.loggedItems
          ? `${formatCount(state.items)}, of which the log knows ${formatCount(world.loggedItems)}`
          : `${formatCount(state.items)}, all of them in the log`,
    },
    { name: "Viewers", value: formatCount(world.users) },
    { name: "Log", value: `${world.days} days, ${formatCount(world.impressions)} impressions` },
    { name: "Watches", value: formatCount(world.watches) },
    {
      name: "Topics",
      value: `${formatCount(world.topics)} in ${formatCount(world.categories)} categories, ${formatCount(world.creators)} creators`,
    },
    { name: "Hash of the logged part", value: world.hash },
  ];
}

export function shippedFacts(card: ModelCard): Fact[] {
  const seconds = RANKER_NAMES.reduce((sum, name) => sum + (card.trainSeconds.rankers[name] ?? 0), 0);
  return [
    { name: "Version", value: card.version },
    { name: "Training seed", value: String(card.trainingSeed) },
    { name: "Vector", value: `${card.embeddingSize} numbers for each video and viewer` },
    {
      name: "Two-tower",
      value: `${formatCount(card.parameters.twoTower)} parameters, trained in ${card.trainSeconds.twoTower.toFixed(1)} s`,
    },
    { name: "Rankers", value: `trained in ${seconds.toFixed(1)} s together` },
  ];
}

export function ownFacts({ state, card, training }: VideoLabView): Fact[] {
  const tower = training.points.findLast((point) => point.model === "two-tower");
  const ranker = training.points.findLast((point) => point.model === "ranker");
  return [
    { name: "Training seed", value: String(state.training.seed) },
    { name: "Vector", value: `${card.embeddingSize} numbers for each video and viewer` },
    {
      name: "Two-tower",
      value: `${count(state.training.twoTowerEpochs, "epoch")}${tower ? `, ${count(tower.steps, "step")}` : ""}`,
    },
    {
      name: "Ranker",
      value: `${RANKER_LABELS[state.knobs.ranker]}, ${count(state.training.rankerEpochs, "epoch")}${ranker ? `, ${count(ranker.steps, "step")}` : ""}`,
    },
  ];
}

const count = (number: number, word: string) => `${formatCount(number)} ${word}${number === 1 ? "" : "s"}`;
