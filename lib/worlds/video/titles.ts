/**
 * Titles and names, computed from row numbers when they are shown: a million videos store no text.
 * Languages differ as data only; every title is written in English, as a reader of this site needs it.
 */
import { hashString } from "@/lib/random";
import type { VideoCatalogue } from "./types";
import { CATEGORIES, CREATOR_FIRST, CREATOR_LAST, TOPICS } from "./vocabulary";

const NUMBERS = [3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 20, 30] as const;
const SUFFIXES = [
  "",
  "",
  "",
  "",
  "",
  "",
  " (again)",
  ", revisited",
  ", for beginners",
  ", take two",
  " (no talking)",
  ", with friends",
] as const;
const REUPLOAD_MARKS = [" [HD]", " (full)", " !!", " | repost"] as const;

const pick = <T>(list: readonly T[], hash: number): T => list[hash % list.length] as T;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of creator `creator`: unique for the first 750, numbered beyond. */
export function creatorName(creator: number): string {
  const pairs = CREATOR_FIRST.length * CREATOR_LAST.length;
  // 389 is prime to the number of pairs, so neighbours do not share a first name.
  const pair = (creator * 389) % pairs;
  const round = Math.floor(creator / pairs);
  const name = `${pick(CREATOR_FIRST, pair)} ${pick(CREATOR_LAST, Math.floor(pair / CREATOR_FIRST.length))}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** The title of video `item`; a re-upload carries its original's title with a mark. */
export function videoTitle(catalogue: VideoCatalogue, item: number): string {
  const original = catalogue.fingerprint[item] ?? item;
  const topic = TOPICS[catalogue.topic[original] ?? 0];
  if (!topic) return `Video ${item}`;
  const hash = hashString(`title/${original}`);
  const template = pick(CATEGORIES[topic.category]?.templates ?? ["{subject}"], hash >>> 3);
  const title = template
    .replace("{subject}", pick(topic.subjects, hash >>> 9))
    .replace("{number}", String(pick(NUMBERS, hash >>> 15)));
  const full = capitalise(title) + pick(SUFFIXES, hash >>> 20);
  return original === item ? full : full + pick(REUPLOAD_MARKS, hashString(`copy/${item}`));
}
