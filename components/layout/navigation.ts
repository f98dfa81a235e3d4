/** The places of the header, the footer and the keyboard: one list, so that they never disagree. */
export type Place = { title: string; path: string /** Second key after `g`. */; key: string };

export const MAIN_PLACES: readonly Place[] = [
  { title: "Framework", path: "/framework", key: "f" },
  { title: "Cases", path: "/cases", key: "c" },
  { title: "Lab", path: "/lab", key: "l" },
  { title: "Review", path: "/review", key: "r" },
  { title: "Interviews", path: "/interviews", key: "i" },
  { title: "Progress", path: "/progress", key: "p" },
  { title: "Classes", path: "/classes", key: "t" },
];

/** What is looked up rather than visited: in the footer and the palette. */
export const REFERENCE_PLACES: readonly Omit<Place, "key">[] = [
  { title: "Glossary", path: "/glossary" },
  { title: "Cheat sheet", path: "/cheatsheet" },
  { title: "Estimation sheet", path: "/estimation" },
  { title: "Decisions", path: "/decisions" },
  { title: "The grader’s card", path: "/grader" },
];

export const START_INTERVIEW_PATH = "/interviews/new?case=video-recommendation";

/** Whether `path` is, or lies below, the place. */
export function isWithin(place: Place, path: string): boolean {
  const root = `/${place.path.split("/")[1] ?? ""}`;
  return path === root || path.startsWith(`${root}/`);
}
