/**
 * What reading leaves behind for a person: how far each text was read, bookmarked headings, marked passages with notes.
 * The same shapes and rules hold on the device (before there is a session) and in the database (after).
 */

export type Progress = {
  /** /framework/data, /cases/video-recommendation */
  path: string;
  /** The furthest heading reached, its words beside it; both empty before the first. */
  anchor: string;
  heading: string;
  /** 0 to 1: the furthest part of the text that stood on the screen. */
  share: number;
  isFinished: boolean;
  /** ISO instants, here and below. */
  updatedAt: string;
};
export type Bookmark = { path: string; anchor: string; heading: string; createdAt: string };
export type Highlight = {
  /** A uuid, chosen by the device that made it. */
  id: string;
  path: string;
  /** The heading above the passage; both empty above the first. */
  anchor: string;
  heading: string;
  quote: string;
  /** The words before and after, by which the passage is told from its twins and found when it changed. */
  prefix: string;
  suffix: string;
  note: string;
  createdAt: string;
};
export type Reading = {
  progress: readonly Progress[];
  bookmarks: readonly Bookmark[];
  highlights: readonly Highlight[];
};

export const EMPTY_READING: Reading = { progress: [], bookmarks: [], highlights: [] };
/** What one person may keep, and how long each part may be, in characters. */
export const READING_LIMITS = {
  pages: 300,
  bookmarks: 300,
  highlights: 500,
  quote: 1_200,
  around: 64,
  note: 2_000,
  heading: 200,
} as const;

/** What a device says of its past is believed, but not that it lies ahead: clocks of devices are off. */
export const notAfter = (instant: string, now: Date): Date =>
  new Date(Math.min(Date.parse(instant), now.getTime()));

export const isEmptyReading = ({ progress, bookmarks, highlights }: Reading): boolean =>
  progress.length + bookmarks.length + highlights.length === 0;

/** Reading only grows: the furthest place stays, and finished stays finished. */
export function furtherOf(before: Progress | undefined, now: Progress): Progress {
  if (!before) return now;
  const further = now.share >= before.share ? now : before;
  return {
    ...further,
    isFinished: before.isFinished || now.isFinished,
    updatedAt: before.updatedAt > now.updatedAt ? before.updatedAt : now.updatedAt,
  };
}

export function withProgress(reading: Reading, now: Progress): Reading {
  const before = reading.progress.find(({ path }) => path === now.path);
  const others = reading.progress.filter(({ path }) => path !== now.path);
  return { ...reading, progress: [...others, furtherOf(before, now)].slice(-READING_LIMITS.pages) };
}

const isSamePlace = (a: { path: string; anchor: string }, b: { path: string; anchor: string }) =>
  a.path === b.path && a.anchor === b.anchor;

/** Sets the bookmark, or removes it. */
export function withBookmark(reading: Reading, bookmark: Bookmark, isSet: boolean): Reading {
  const others = reading.bookmarks.filter((one) => !isSamePlace(one, bookmark));
  return { ...reading, bookmarks: isSet ? [...others, bookmark] : others };
}

/** Adds the highlight, or puts it in the place of the one with its id. */
export function withHighlight(reading: Reading, highlight: Highlight): Reading {
  const isKnown = reading.highlights.some(({ id }) => id === highlight.id);
  return {
    ...reading,
    highlights: isKnown
      ? reading.highlights.map((one) => (one.id === highlight.id ? highlight : one))
      : [...reading.highlights, highlight],
  };
}

export const withoutHighlight = (reading: Reading, id: string): Reading => ({
  ...reading,
  highlights: reading.highlights.filter((one) => one.id !== id),
});

export const withoutProgress = (reading: Reading, path: string): Reading => ({
  ...reading,
  progress: reading.progress.filter((one) => one.path !== path),
});

/** Both together; where they speak of the same thing, the further place, or the note of `later`. */
export function mergeReadings(earlier: Reading, later: Reading): Reading {
  let merged = later.progress.reduce(withProgress, earlier);
  merged = later.bookmarks.reduce((reading, one) => withBookmark(reading, one, true), merged);
  return later.highlights.reduce(withHighlight, merged);
}
