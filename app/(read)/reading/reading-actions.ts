/** The actions of reading as one value, for the components that know no server. */
import type { ReadingActions } from "@/components/reading/reading-store";
import {
  deleteHighlightAction,
  forgetProgressAction,
  mergeReadingAction,
  saveHighlightAction,
  saveProgressAction,
  setBookmarkAction,
} from "./actions";

export const readingActions: ReadingActions = {
  saveProgress: saveProgressAction,
  forgetProgress: forgetProgressAction,
  setBookmark: setBookmarkAction,
  saveHighlight: saveHighlightAction,
  deleteHighlight: deleteHighlightAction,
  mergeReading: mergeReadingAction,
};
