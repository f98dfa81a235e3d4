/**
 * Fills rows of the catalogue, a chunk at a time, each row from its own WORDS random words. Rows depend on the words,
 * on the creators and on earlier rows only, never on how many videos the world has in all.
 */

import { bisect } from "../sampling";
import { NORMAL_MASK, UNIT } from "../words";
import { type Creators, NEW_CREATOR_SHARE, newCreatorsAfter } from "./creators";
import { CONTENT_NOISE_SHARE, INT8_SCALE, type TopicTraits } from "./topics";
import {
  CONTENT_SIZE,
  POLICY_ALLOWED,
  POLICY_WITHHELD,
  STYLE_SIZE,
  type VideoCatalogue,
  type VideoTruth,
} from "./types";
import { REGIONS } from "./vocabulary";

/** Share of videos uploaded while the log runs; the rest lie up to BACK_CATALOGUE_DAYS before it. */
const NEW_UPLOAD_SHARE = 0.12;
const BACK_CATALOGUE_DAYS = 400;
const REUPLOAD_SHARE = 0.03;
const WITHHELD_SHARE = 0.015;
const BLOCKED_SHARE = 0.04;
const SHORT_VIDEO_SHARE = 0.25;
/** Chance that a video is about its creator's home topic; then the second one; else any. */
const HOME_TOPIC_SHARE = 0.75;
const SECOND_TOPIC_SHARE = 0.18;
/** Videos that nobody has been shown are a little worse on average. */
const UNSEEN_QUALITY = -0.2;
const STYLE_SCALE = INT8_SCALE / Math.sqrt(STYLE_SIZE);
const STYLE_SPREAD = 0.5;
const CONTENT_NOISE = INT8_SCALE * Math.sqrt(CONTENT_NOISE_SHARE / CONTENT_SIZE);

/** Which word of a row decides what. Two normals come out of one word. */
const WORD = {
  creator: 0,
  newCreator: 1,
  topicRoll: 2,
  topic: 3,
  durationKind: 4,
  duration: 5,
  isNew: 6,
  uploadDay: 7,
  policy: 8,
  block: 9,
  regions: 10,
  reupload: 11,
  original: 12,
  qualityAndClickbait: 13,
  style: 14,
  content: 14 + STYLE_SIZE / 2,
} as const;
export const WORDS = WORD.content + CONTENT_SIZE / 2;

export type ItemTruth = Pick<VideoTruth, "quality" | "clickbait" | "itemStyle">;

/** Rows [from, to) and all that decides them. */
export type Chunk = {
  readonly catalogue: VideoCatalogue;
  readonly truth: ItemTruth;
  readonly topics: TopicTraits;
  readonly creators: Creators;
  readonly normals: Float32Array;
  readonly days: number;
  readonly words: Uint32Array;
  readonly from: number;
  readonly to: number;
};

export function fillChunk(chunk: Chunk) {
  fillColumns(chunk);
  fillStyle(chunk);
  fillContent(chunk);
  for (let row = chunk.from; row < chunk.to; row++) {
    const at = (row - chunk.from) * WORDS;
    if (row > 0 && (chunk.words[at + WORD.reupload] as number) * UNIT < REUPLOAD_SHARE)
      copyOriginal(chunk, row, (chunk.words[at + WORD.original] as number) * UNIT);
  }
}

/** Logged videos, and a share of the others, are by logged creators; new creators grow in number with the rows. */
function creatorOf(
  creators: Creators,
  row: number,
  loggedSize: number,
  word: number,
  newWord: number,
): number {
  const roll = newWord * UNIT;
  if (row >= loggedSize && roll < NEW_CREATOR_SHARE) {
    // Squaring favours the creators who came first, so that sizes differ widely here too.
    const share = (roll / NEW_CREATOR_SHARE) ** 2;
    return creators.loggedCount + Math.floor(share * newCreatorsAfter(row - loggedSize + 1));
  }
  const total = creators.loggedSums[creators.loggedCount - 1] as number;
  return bisect(creators.loggedSums, word * UNIT * total);
}

function topicOf({ creators, topics }: Chunk, creator: number, rollWord: number, topicWord: number): number {
  const roll = rollWord * UNIT;
  if (roll < HOME_TOPIC_SHARE) return creators.topic[creator] as number;
  if (roll < HOME_TOPIC_SHARE + SECOND_TOPIC_SHARE) return creators.secondTopic[creator] as number;
  return bisect(topics.sums, topicWord * UNIT * (topics.sums[topics.sums.length - 1] as number));
}

/** Seconds: a quarter are short ones of about 38 s, the rest spread around 9 minutes, both log-normal. */
function durationOf(kindWord: number, normal: number): number {
  const isShort = kindWord * UNIT < SHORT_VIDEO_SHARE;
  const seconds = isShort ? 38 * Math.exp(0.35 * normal) : 520 * Math.exp(0.75 * normal);
  return Math.min(4 * 3600, Math.max(8, seconds));
}

/** A video is blocked in one region, or in one and its neighbour, or nowhere. */
function blocksOf(blockWord: number, regionsWord: number): number {
  if (blockWord * UNIT >= BLOCKED_SHARE) return 0;
  const first = regionsWord % REGIONS.length;
  const second = regionsWord >>> 31 ? first : (first + 1) % REGIONS.length;
  return (1 << first) | (1 << second);
}

function fillColumns(chunk: Chunk) {
  const { catalogue, truth, creators, normals, words, days, from, to } = chunk;
  for (let row = from; row < to; row++) {
    const at = (row - from) * WORDS;
    const creator = creatorOf(
      creators,
      row,
      catalogue.loggedSize,
      words[at + WORD.creator] as number,
      words[at + WORD.newCreator] as number,
    );
    catalogue.creator[row] = creator;
    catalogue.topic[row] = topicOf(
      chunk,
      creator,
      words[at + WORD.topicRoll] as number,
      words[at + WORD.topic] as number,
    );
    catalogue.language[row] = creators.language[creator] as number;
    catalogue.durationSeconds[row] = durationOf(
      words[at + WORD.durationKind] as number,
      normals[(words[at + WORD.duration] as number) & NORMAL_MASK] as number,
    );
    const age = (words[at + WORD.uploadDay] as number) * UNIT;
    catalogue.uploadDay[row] =
      (words[at + WORD.isNew] as number) * UNIT < NEW_UPLOAD_SHARE
        ? age * days
        : -BACK_CATALOGUE_DAYS * age * Math.sqrt(age);
    catalogue.policy[row] =
      (words[at + WORD.policy] as number) * UNIT < WITHHELD_SHARE ? POLICY_WITHHELD : POLICY_ALLOWED;
    catalogue.blockedRegions[row] = blocksOf(
      words[at + WORD.block] as number,
      words[at + WORD.regions] as number,
    );
    catalogue.fingerprint[row] = row;
    const both = words[at + WORD.qualityAndClickbait] as number;
    const unseen = row < catalogue.loggedSize ? 0 : UNSEEN_QUALITY;
    truth.quality[row] =
      (creators.quality[creator] as number) + unseen + 0.7 * (normals[both & NORMAL_MASK] as number);
    truth.clickbait[row] =
      (creators.clickbait[creator] as number) + 0.5 * (normals[(both >>> 16) & NORMAL_MASK] as number);
  }
}

const toInt8 = (value: number) => Math.max(-127, Math.min(127, Math.round(value)));

/** A video's style: its creator's, and a spread of its own. */
function fillStyle({ catalogue, truth, creators, normals, words, from, to }: Chunk) {
  for (let row = from; row < to; row++) {
    const at = (row - from) * WORDS + WORD.style;
    const home = (catalogue.creator[row] as number) * STYLE_SIZE;
    for (let s = 0; s < STYLE_SIZE; s++) {
      const word = (words[at + (s >> 1)] as number) >>> ((s & 1) << 4);
      const own = STYLE_SPREAD * (normals[word & NORMAL_MASK] as number);
      truth.itemStyle[row * STYLE_SIZE + s] = toInt8(
        ((creators.style[home + s] as number) + own) * STYLE_SCALE,
      );
    }
  }
}

/** content = direction of the topic + projection of the style + noise, in int8 units. */
function fillContent({ catalogue, truth, topics, normals, words, from, to }: Chunk) {
  const { content, topic } = catalogue;
  const { projection, content: directions } = topics;
  const { itemStyle } = truth;
  // Everything of one kind of number: conversions in the inner loop cost as much as the products.
  const style = new Float64Array(STYLE_SIZE);
  const weights = Float64Array.from(projection);
  for (let row = from; row < to; row++) {
    const at = (row - from) * WORDS + WORD.content;
    const direction = (topic[row] as number) * CONTENT_SIZE;
    for (let s = 0; s < STYLE_SIZE; s++) style[s] = itemStyle[row * STYLE_SIZE + s] as number;
    for (let k = 0; k < CONTENT_SIZE; k++) {
      const word = (words[at + (k >> 1)] as number) >>> ((k & 1) << 4);
      let value =
        (directions[direction + k] as number) + CONTENT_NOISE * (normals[word & NORMAL_MASK] as number);
      for (let s = 0; s < STYLE_SIZE; s++)
        value += (weights[k * STYLE_SIZE + s] as number) * (style[s] as number);
      content[row * CONTENT_SIZE + k] = toInt8(value);
    }
  }
}

/**
 * Turns video `copy` into a re-upload of an earlier one by its own creator: the same pictures, later, a little worse.
 * Unseen videos copy early, hence often logged, rows more than others. Too late a copy stays what it was.
 */
function copyOriginal({ catalogue, truth, days }: Chunk, copy: number, roll: number) {
  const share = copy < catalogue.loggedSize ? roll : roll * roll;
  const original = catalogue.fingerprint[Math.floor(share * copy)] as number;
  const day = Math.max(catalogue.uploadDay[copy] as number, (catalogue.uploadDay[original] as number) + 1);
  if (day > days) return;
  catalogue.fingerprint[copy] = original;
  catalogue.uploadDay[copy] = day;
  catalogue.topic[copy] = catalogue.topic[original] as number;
  catalogue.language[copy] = catalogue.language[original] as number;
  catalogue.durationSeconds[copy] = catalogue.durationSeconds[original] as number;
  truth.quality[copy] = (truth.quality[original] as number) - 0.2;
  truth.clickbait[copy] = (truth.clickbait[original] as number) + 0.3;
  truth.itemStyle.copyWithin(copy * STYLE_SIZE, original * STYLE_SIZE, (original + 1) * STYLE_SIZE);
  catalogue.content.copyWithin(copy * CONTENT_SIZE, original * CONTENT_SIZE, (original + 1) * CONTENT_SIZE);
}
