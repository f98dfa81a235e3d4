/**
 * Builds the catalogue: topics, creators, then all rows. The logged rows and the rest draw from streams of their own,
 * so a world of a million videos holds the same logged ones as a world of fifty thousand.
 */
import type { Random } from "@/lib/random";
import { createNormalTable, createWordStream } from "../words";
import { type Creators, createCreators } from "./creators";
import { fillChunk, type ItemTruth, WORDS } from "./items";
import { createTopics } from "./topics";
import { CONTENT_SIZE, STYLE_SIZE, type VideoCatalogue } from "./types";

/** Rows filled from one block of words, small enough for a cache. */
const CHUNK_ROWS = 512;
const CHUNKS_PER_YIELD = 64;

function emptyCatalogue(size: number, loggedSize: number, creators: Creators): VideoCatalogue {
  return {
    size,
    loggedSize,
    creators: creators.count,
    loggedCreators: creators.loggedCount,
    topic: new Uint8Array(size),
    creator: new Int32Array(size),
    language: new Uint8Array(size),
    durationSeconds: new Float32Array(size),
    uploadDay: new Float32Array(size),
    fingerprint: new Int32Array(size),
    policy: new Uint8Array(size),
    blockedRegions: new Uint8Array(size),
    content: new Int8Array(size * CONTENT_SIZE),
  };
}

/**
 * Yields the finished share, so that a caller can show progress and stay responsive; returns the catalogue and what
 * only the simulator may know of it.
 */
export function* createCatalogue(
  size: number,
  loggedItems: number,
  days: number,
  random: Random,
): Generator<number, { catalogue: VideoCatalogue; truth: ItemTruth }> {
  const loggedSize = Math.min(size, loggedItems);
  const topics = createTopics(random.fork("topics"));
  const creators = createCreators(loggedSize, size, topics, random.fork("creators"));
  const catalogue = emptyCatalogue(size, loggedSize, creators);
  const truth: ItemTruth = {
    quality: new Float32Array(size),
    clickbait: new Float32Array(size),
    itemStyle: new Int8Array(size * STYLE_SIZE),
  };
  const normals = createNormalTable();
  const words = new Uint32Array(CHUNK_ROWS * WORDS);
  let chunks = 0;
  for (const [start, end, name] of [
    [0, loggedSize, "logged"],
    [loggedSize, size, "unseen"],
  ] as const) {
    const fillWords = createWordStream(random.fork(name));
    for (let from = start; from < end; from += CHUNK_ROWS) {
      fillWords(words);
      const to = Math.min(end, from + CHUNK_ROWS);
      fillChunk({ catalogue, truth, topics, creators, normals, days, words, from, to });
      if (++chunks % CHUNKS_PER_YIELD === 0) yield to / size;
    }
  }
  return { catalogue, truth };
}
