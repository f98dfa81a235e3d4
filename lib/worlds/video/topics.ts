/**
 * What topics are like before any video exists: how many videos each draws, its usual style, and the direction it
 * gives to content embeddings. Topics of one category lie close to each other in both.
 */
import type { Random } from "@/lib/random";
import { cumulative } from "../sampling";
import { CONTENT_SIZE, STYLE_SIZE } from "./types";
import { CATEGORIES, TOPICS } from "./vocabulary";

/** Shares of a content embedding's squared norm; the rest is noise. */
const TOPIC_SHARE = 0.4;
const STYLE_SHARE = 0.35;
export const CONTENT_NOISE_SHARE = 1 - TOPIC_SHARE - STYLE_SHARE;
const CATEGORY_PULL = 0.8;
/** Content and style are stored as int8; values / 64 have about unit norm. */
export const INT8_SCALE = 64;

export type TopicTraits = {
  /** Running sums of the topics' weights. */
  readonly sums: Float64Array;
  /** [TOPICS, STYLE_SIZE], standard normal. */
  readonly style: Float32Array;
  /** [TOPICS, CONTENT_SIZE], in int8 units. */
  readonly content: Float32Array;
  /** [CONTENT_SIZE, STYLE_SIZE]: turns an int8 style into int8 units of content. */
  readonly projection: Float32Array;
};

const normals = (length: number, random: Random) => Float32Array.from({ length }, () => random.normal());

/** Unit directions: what the category shares plus what is the topic's own. */
function contentDirections(random: Random): Float32Array {
  const shared = normals(CATEGORIES.length * CONTENT_SIZE, random);
  const content = normals(TOPICS.length * CONTENT_SIZE, random);
  for (const [topic, { category }] of TOPICS.entries()) {
    const row = content.subarray(topic * CONTENT_SIZE, (topic + 1) * CONTENT_SIZE);
    for (let k = 0; k < CONTENT_SIZE; k++)
      row[k] = (row[k] as number) + CATEGORY_PULL * (shared[category * CONTENT_SIZE + k] as number);
    const scale = (INT8_SCALE * Math.sqrt(TOPIC_SHARE)) / Math.hypot(...row);
    for (let k = 0; k < CONTENT_SIZE; k++) row[k] = (row[k] as number) * scale;
  }
  return content;
}

export function createTopics(random: Random): TopicTraits {
  const sums = cumulative(Float64Array.from(TOPICS, () => Math.exp(random.normal() * 0.6)));
  const style = normals(TOPICS.length * STYLE_SIZE, random);
  const content = contentDirections(random);
  // Columns of about unit norm keep the norm of a style, which is about INT8_SCALE.
  const scale = Math.sqrt(STYLE_SHARE / CONTENT_SIZE);
  const projection = normals(CONTENT_SIZE * STYLE_SIZE, random).map((value) => value * scale);
  return { sums, style, content, projection };
}

const TOPICS_OF_CATEGORY = CATEGORIES.map((_, category) =>
  TOPICS.flatMap((topic, index) => (topic.category === category ? [index] : [])),
);

/** A topic of the same category; it may be the same one. */
export function siblingTopic(topic: number, random: Random): number {
  const siblings = TOPICS_OF_CATEGORY[TOPICS[topic]?.category ?? 0] ?? [];
  return siblings[random.integer(siblings.length)] ?? topic;
}
