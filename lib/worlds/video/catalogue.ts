/**
 * Builds the catalogue: creators of Zipf sizes with a home topic and a language, videos that mostly follow their
 * creator, uploads before and during the log, a few re-uploads, a few videos withheld by policy.
 */
import type { Random } from "@/lib/random";
import { cumulative, drawFrom, zipfWeights } from "./sampling";
import { POLICY_ALLOWED, POLICY_WITHHELD, STYLE_SIZE, type VideoCatalogue, type VideoTruth } from "./types";
import { LANGUAGE_SHARES, TOPICS } from "./vocabulary";

const ITEMS_PER_CREATOR = 20;
/** Share of videos uploaded while the log runs; the rest lie up to BACK_CATALOGUE_DAYS before it. */
const NEW_UPLOAD_SHARE = 0.12;
const BACK_CATALOGUE_DAYS = 400;
const REUPLOAD_SHARE = 0.03;
const WITHHELD_SHARE = 0.015;
const SHORT_VIDEO_SHARE = 0.25;
const STYLE_SCALE = 64 / Math.sqrt(STYLE_SIZE);

type Creators = {
  sums: Float64Array;
  topic: Uint8Array;
  secondTopic: Uint8Array;
  language: Uint8Array;
  quality: Float32Array;
  clickbait: Float32Array;
  style: Float32Array;
};

function createCreators(
  count: number,
  topicSums: Float64Array,
  topicStyle: Float32Array,
  random: Random,
): Creators {
  const languageSums = cumulative(LANGUAGE_SHARES);
  const creators: Creators = {
    sums: cumulative(zipfWeights(count, 0.9, 8)),
    topic: new Uint8Array(count),
    secondTopic: new Uint8Array(count),
    language: new Uint8Array(count),
    quality: new Float32Array(count),
    clickbait: new Float32Array(count),
    style: new Float32Array(count * STYLE_SIZE),
  };
  for (let c = 0; c < count; c++) {
    const topic = drawFrom(topicSums, random);
    creators.topic[c] = topic;
    creators.secondTopic[c] = siblingTopic(topic, random);
    creators.language[c] = drawFrom(languageSums, random);
    creators.quality[c] = random.normal() * 0.6;
    creators.clickbait[c] = random.normal() * 0.7 - 0.5;
    for (let s = 0; s < STYLE_SIZE; s++)
      creators.style[c * STYLE_SIZE + s] =
        (topicStyle[topic * STYLE_SIZE + s] ?? 0) * 0.6 + random.normal() * 0.7;
  }
  return creators;
}

/** A topic of the same category. */
export function siblingTopic(topic: number, random: Random): number {
  const category = TOPICS[topic]?.category;
  const siblings = TOPICS.flatMap((candidate, index) => (candidate.category === category ? [index] : []));
  return siblings[random.integer(siblings.length)] ?? topic;
}

function emptyCatalogue(size: number, creators: number): VideoCatalogue {
  return {
    size,
    creators,
    topic: new Uint8Array(size),
    creator: new Int32Array(size),
    language: new Uint8Array(size),
    durationSeconds: new Float32Array(size),
    uploadDay: new Float32Array(size),
    fingerprint: new Int32Array(size),
    policy: new Uint8Array(size),
  };
}

export type ItemTruth = Pick<VideoTruth, "quality" | "clickbait" | "itemStyle">;

function drawDuration(random: Random): number {
  const isShort = random.next() < SHORT_VIDEO_SHARE;
  const logSeconds = isShort ? Math.log(38) + random.normal() * 0.35 : Math.log(520) + random.normal() * 0.75;
  return Math.min(4 * 3600, Math.max(8, Math.exp(logSeconds)));
}

/**
 * Yields the finished share, so that a caller can show progress and stay responsive; returns the catalogue and what
 * only the simulator may know of it.
 */
export function* createCatalogue(
  size: number,
  days: number,
  random: Random,
): Generator<number, { catalogue: VideoCatalogue; truth: ItemTruth }> {
  const creatorCount = Math.max(60, Math.round(size / ITEMS_PER_CREATOR));
  const topicWeights = Float64Array.from(TOPICS, () => Math.exp(random.normal() * 0.6));
  const topicSums = cumulative(topicWeights);
  const topicStyle = Float32Array.from({ length: TOPICS.length * STYLE_SIZE }, () => random.normal());
  const creators = createCreators(creatorCount, topicSums, topicStyle, random.fork("creators"));
  const catalogue = emptyCatalogue(size, creatorCount);
  const truth: ItemTruth = {
    quality: new Float32Array(size),
    clickbait: new Float32Array(size),
    itemStyle: new Int8Array(size * STYLE_SIZE),
  };
  const items = random.fork("items");
  for (let i = 0; i < size; i++) {
    if (i > 0 && i % 50_000 === 0) yield i / size;
    const creator = drawFrom(creators.sums, items);
    catalogue.creator[i] = creator;
    const roll = items.next();
    const home = creators.topic[creator] ?? 0;
    catalogue.topic[i] =
      roll < 0.75 ? home : roll < 0.93 ? (creators.secondTopic[creator] ?? home) : drawFrom(topicSums, items);
    catalogue.language[i] = creators.language[creator] ?? 0;
    catalogue.durationSeconds[i] = drawDuration(items);
    catalogue.uploadDay[i] =
      items.next() < NEW_UPLOAD_SHARE ? items.next() * days : -BACK_CATALOGUE_DAYS * items.next() ** 1.5;
    catalogue.policy[i] = items.next() < WITHHELD_SHARE ? POLICY_WITHHELD : POLICY_ALLOWED;
    truth.quality[i] = (creators.quality[creator] ?? 0) + items.normal() * 0.7;
    truth.clickbait[i] = (creators.clickbait[creator] ?? 0) + items.normal() * 0.5;
    for (let s = 0; s < STYLE_SIZE; s++) {
      const value = ((creators.style[creator * STYLE_SIZE + s] ?? 0) + items.normal() * 0.5) * STYLE_SCALE;
      truth.itemStyle[i * STYLE_SIZE + s] = Math.max(-127, Math.min(127, Math.round(value)));
    }
    catalogue.fingerprint[i] = i;
    if (i > 0 && items.next() < REUPLOAD_SHARE) copyOriginal(catalogue, truth, i, items);
  }
  return { catalogue, truth };
}

/** Turns video `copy` into a re-upload of an earlier one by its own creator: same content, later, a little worse. */
function copyOriginal(catalogue: VideoCatalogue, truth: ItemTruth, copy: number, random: Random) {
  const original = catalogue.fingerprint[random.integer(copy)] ?? 0;
  catalogue.fingerprint[copy] = original;
  catalogue.topic[copy] = catalogue.topic[original] ?? 0;
  catalogue.language[copy] = catalogue.language[original] ?? 0;
  catalogue.durationSeconds[copy] = catalogue.durationSeconds[original] ?? 60;
  catalogue.uploadDay[copy] = Math.max(
    catalogue.uploadDay[copy] ?? 0,
    (catalogue.uploadDay[original] ?? 0) + 1,
  );
  truth.quality[copy] = (truth.quality[original] ?? 0) - 0.2;
  truth.clickbait[copy] = (truth.clickbait[original] ?? 0) + 0.3;
  truth.itemStyle.copyWithin(copy * STYLE_SIZE, original * STYLE_SIZE, (original + 1) * STYLE_SIZE);
}
