"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { deleteHighlight } from "@/lib/data/reading/delete-highlight";
import { forgetProgress } from "@/lib/data/reading/forget-progress";
import { mergeReading } from "@/lib/data/reading/merge-reading";
import { saveHighlight } from "@/lib/data/reading/save-highlight";
import { saveProgress } from "@/lib/data/reading/save-progress";
import { setBookmark } from "@/lib/data/reading/set-bookmark";
import {
  bookmarkSchema,
  deviceReadingSchema,
  highlightSchema,
  progressSchema,
  readingPathSchema,
} from "@/lib/reading/schema";

export const saveProgressAction = defineAction({
  name: "save-progress",
  input: progressSchema,
  access: "viewer",
  // A page sends one every five seconds at most; several tabs may be open.
  limit: { perMinute: 60 },
  run: (progress, { viewer, now }) => saveProgress(viewer, progress, now),
});

export const forgetProgressAction = defineAction({
  name: "forget-progress",
  input: z.strictObject({ path: readingPathSchema }),
  access: "viewer",
  limit: { perMinute: 60 },
  run: ({ path }, { viewer }) => forgetProgress(viewer, path),
});

export const setBookmarkAction = defineAction({
  name: "set-bookmark",
  input: z.strictObject({ bookmark: bookmarkSchema, isSet: z.boolean() }),
  access: "viewer",
  limit: { perMinute: 60 },
  run: ({ bookmark, isSet }, { viewer, now }) => setBookmark(viewer, bookmark, isSet, now),
});

export const saveHighlightAction = defineAction({
  name: "save-highlight",
  input: highlightSchema,
  access: "viewer",
  limit: { perMinute: 60 },
  run: (highlight, { viewer, now }) => saveHighlight(viewer, highlight, now),
});

export const deleteHighlightAction = defineAction({
  name: "delete-highlight",
  input: z.strictObject({ id: z.uuid() }),
  access: "viewer",
  limit: { perMinute: 60 },
  run: ({ id }, { viewer }) => deleteHighlight(viewer, id),
});

const valid = <T>(schema: z.ZodType<T>, entries: readonly unknown[]): T[] =>
  entries.flatMap((entry) => schema.safeParse(entry).data ?? []);

export const mergeReadingAction = defineAction({
  name: "merge-reading",
  input: deviceReadingSchema,
  access: "viewer",
  limit: { perMinute: 20 },
  run: ({ progress, bookmarks, highlights }, { viewer, now }) => {
    const device = {
      progress: valid(progressSchema, progress),
      bookmarks: valid(bookmarkSchema, bookmarks),
      highlights: valid(highlightSchema, highlights),
    };
    return mergeReading(viewer, device, now);
  },
});
