/** The day's queue of one person: the whole of it, of one deck, or of what one report found missing. */
import "server-only";
import { findItem, type ItemText } from "@/lib/content/decks";
import { listCases } from "@/lib/content/load";
import { database } from "@/lib/data/database";
import { loadReport } from "@/lib/data/report/load-report";
import { DAY_MS, learningDay } from "@/lib/learning/day";
import { caseDeck, type ItemKey, isCaseDeck, slugOfDeck } from "@/lib/learning/items";
import { missedOf } from "@/lib/learning/missed-points";
import { buildQueue, countTomorrow, isOpen } from "@/lib/learning/queue";
import { previewGrades, type Waits } from "@/lib/learning/schedule";
import type { Viewer } from "@/lib/viewer";
import { dueTransfers } from "./due-transfers";
import type { StoredItem } from "./item-rows";
import { type Day, readDay } from "./read-day";
import type { LearningSettings } from "./settings";

export type QueueFilter = {
  deck?: string | undefined;
  /** An interview whose report missed points: only their cards. */
  interviewId?: string | undefined;
  /** New cards beyond the day's limit. */
  extraNew?: number | undefined;
};

export type QueueEntry = ItemKey & {
  revision: number;
  text: ItemText;
  isNew: boolean;
  isMissed: boolean;
  waits: Waits;
  /** Set for the question that tests whether a missed point of another case carries over. */
  transfer: { caseSlug: string; pointId: string; caseTitle: string; pointText: string } | null;
  /** Where the answer is explained. */
  readMore: string;
};

export type ReviewQueue = {
  settings: LearningSettings;
  entries: QueueEntry[];
  /** Everything of today, of which `entries` is the beginning. */
  waiting: number;
  doneToday: number;
  dueTomorrow: number;
  /** New cards that the day's limit holds back. */
  newHeldBack: number;
  /** Items that the person has, suspended ones too. */
  owned: number;
};

/** A page's worth; the rest follows when these are done. */
const MOST_ENTRIES = 40;

function readMoreOf(key: ItemKey, text: ItemText): string {
  const pointId = (text.card ?? text.question)?.point;
  if (!isCaseDeck(key.deck) || !pointId) return text.deck.path;
  const found = listCases().find(({ slug }) => slug === slugOfDeck(key.deck));
  return found?.rubric.points.find(({ id }) => id === pointId)?.chapter ?? text.deck.path;
}

function toEntry(item: StoredItem, day: Day): QueueEntry[] {
  const { deck, kind, itemId, revision, isMissed, memory } = item;
  const text = findItem(day.decks, item);
  if (!text) return [];
  const waits = previewGrades(memory, day.now, day.settings.timeZone);
  const isNew = memory.phase === "new";
  return [
    {
      deck,
      kind,
      itemId,
      revision,
      isMissed,
      isNew,
      text,
      waits,
      transfer: null,
      readMore: readMoreOf(item, text),
    },
  ];
}

/** Questions that are due as a test of transfer come first: they wait for nothing else. */
async function transferEntries(ownerId: string, day: Day): Promise<QueueEntry[]> {
  const due = await dueTransfers(await database(), ownerId, day.now);
  return due.flatMap(({ caseSlug, pointId, question }) => {
    const key = { deck: question.deck, kind: "question" as const, itemId: question.itemId };
    const text = findItem(day.decks, key);
    const missedIn = listCases().find(({ slug }) => slug === caseSlug);
    const point = missedIn?.rubric.points.find(({ id }) => id === pointId);
    if (!text || !missedIn || !point) return [];
    const transfer = { caseSlug, pointId, caseTitle: missedIn.meta.title, pointText: point.text };
    const waits = { 1: DAY_MS, 2: DAY_MS, 3: DAY_MS, 4: DAY_MS };
    const rest = { revision: 0, isNew: false, isMissed: true, waits, readMore: readMoreOf(key, text) };
    return [{ ...key, text, transfer, ...rest }];
  });
}

/** Which items a filter leaves. */
async function filterOf(
  viewer: Viewer,
  filter: QueueFilter,
): Promise<(item: StoredItem, day: Day) => boolean> {
  if (!filter.interviewId) return (item) => !filter.deck || item.deck === filter.deck;
  const report = await loadReport(viewer, filter.interviewId);
  const deck = caseDeck(report?.setup.caseSlug ?? "");
  const missed = new Set(missedOf(report?.points ?? []).map(({ id }) => id));
  return (item, { decks }) => {
    const text = item.deck === deck ? findItem(decks, item) : null;
    return missed.has((text?.card ?? text?.question)?.point ?? "");
  };
}

export async function loadQueue(viewer: Viewer, filter: QueueFilter, now: Date): Promise<ReviewQueue> {
  const day = await readDay(await database(), viewer.userId, now);
  const isWanted = await filterOf(viewer, filter);
  const items = day.items.filter((item) => isWanted(item, day));
  const newLeft = day.newLeft + (filter.extraNew ?? 0);
  const queue = buildQueue(items, { now, endsAt: day.endsAt, newLeft });
  const isWhole = !filter.deck && !filter.interviewId;
  const transfers = isWhole ? await transferEntries(viewer.userId, day) : [];
  const isNew = ({ memory }: StoredItem) => memory.phase === "new";
  const newOpen = items.filter((item) => isNew(item) && isOpen(item, now)).length;
  const newToday = queue.filter(({ memory }) => memory.phase === "new").length;
  const queued = queue as StoredItem[];
  return {
    settings: day.settings,
    entries: [...transfers, ...queued.slice(0, MOST_ENTRIES).flatMap((item) => toEntry(item, day))],
    waiting: transfers.length + queue.length,
    doneToday: day.doneToday,
    dueTomorrow: countTomorrow(items, {
      endsAt: day.endsAt,
      tomorrowEndsAt: learningDay(day.endsAt, day.settings.timeZone).endsAt,
      newLeft,
      newPerDay: day.settings.newPerDay,
    }),
    newHeldBack: newOpen - newToday,
    owned: items.length,
  };
}
