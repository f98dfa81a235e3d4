/**
 * Creators: a home topic and a second one, a language, and what their videos are usually like. Those with logged videos
 * have Zipf sizes; the others come one by one as the rest of the catalogue is uploaded, so that worlds of two
 * sizes agree on all creators that both have.
 */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom, zipfWeights } from "../sampling";
import { siblingTopic, type TopicTraits } from "./topics";
import { STYLE_SIZE } from "./types";
import { LANGUAGE_SHARES } from "./vocabulary";

const ITEMS_PER_CREATOR = 20;
const FEWEST_CREATORS = 60;
/** Videos that nobody has seen come half from creators of the logged ones, half from new creators. */
export const NEW_CREATOR_SHARE = 0.5;

export type Creators = {
  readonly loggedCount: number;
  readonly count: number;
  /** Running sums of the logged creators' sizes. */
  readonly loggedSums: Float64Array;
  readonly topic: Uint8Array;
  readonly secondTopic: Uint8Array;
  readonly language: Uint8Array;
  readonly quality: Float32Array;
  readonly clickbait: Float32Array;
  /** [creators, STYLE_SIZE]. */
  readonly style: Float32Array;
};

/** New creators that have come by the time of `tailRows` unlogged videos. */
export const newCreatorsAfter = (tailRows: number) =>
  Math.ceil((tailRows * NEW_CREATOR_SHARE) / ITEMS_PER_CREATOR);

export function createCreators(
  loggedSize: number,
  size: number,
  topics: TopicTraits,
  random: Random,
): Creators {
  const loggedCount = Math.max(FEWEST_CREATORS, Math.round(loggedSize / ITEMS_PER_CREATOR));
  const count = loggedCount + newCreatorsAfter(size - loggedSize);
  const creators: Creators = {
    loggedCount,
    count,
    loggedSums: cumulative(zipfWeights(loggedCount, 0.9, 8)),
    topic: new Uint8Array(count),
    secondTopic: new Uint8Array(count),
    language: new Uint8Array(count),
    quality: new Float32Array(count),
    clickbait: new Float32Array(count),
    style: new Float32Array(count * STYLE_SIZE),
  };
  fillCreators(creators, 0, loggedCount, topics, random.fork("logged"));
  fillCreators(creators, loggedCount, count, topics, random.fork("new"));
  return creators;
}

function fillCreators(creators: Creators, from: number, to: number, topics: TopicTraits, random: Random) {
  const languageSums = cumulative(LANGUAGE_SHARES);
  for (let c = from; c < to; c++) {
    const topic = drawFrom(topics.sums, random);
    creators.topic[c] = topic;
    creators.secondTopic[c] = siblingTopic(topic, random);
    creators.language[c] = drawFrom(languageSums, random);
    creators.quality[c] = random.normal() * 0.6;
    creators.clickbait[c] = random.normal() * 0.7 - 0.5;
    for (let s = 0; s < STYLE_SIZE; s++)
      creators.style[c * STYLE_SIZE + s] =
        (topics.style[topic * STYLE_SIZE + s] as number) * 0.6 + random.normal() * 0.7;
  }
}
