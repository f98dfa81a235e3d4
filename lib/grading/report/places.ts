/** How a report speaks of findings: what each kind is called, and where each of its places stands. */
import { STAGE_INFO } from "@/lib/framework/stages";
import type { Finding, Place } from "@/lib/interview/finding";

export const FINDING_SOURCES = ["contradiction", "board"] as const satisfies readonly Finding["source"][];
export const FINDING_TITLES: Record<Finding["source"], string> = {
  contradiction: "Where your design disagrees with itself",
  board: "What your board shows",
};

/** Where it stands: "You wrote under Model", "You decided", "The interviewer said". */
export function placeTitle(place: Place): string {
  switch (place.place) {
    case "text":
      return place.part === "whole" ? "You wrote" : `You wrote under ${STAGE_INFO[place.part].title}`;
    case "decision":
      return "You decided";
    case "board":
      return place.edge === null ? "On your board" : "A connection on your board";
    case "fact":
      return "The interviewer said";
    case "estimate":
      return "Your estimate";
  }
}

/** What stands there, in its own words. */
export function placeText(place: Place): string {
  switch (place.place) {
    case "text":
      return place.quote;
    case "decision":
      return `${place.label}: ${place.value}`;
    case "board":
      return place.label;
    default:
      return place.text;
  }
}
