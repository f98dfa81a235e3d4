/** Who said something, in words, as the candidate and as a partner in the interviewer's seat read it. */
import type { ThreadEntry } from "@/lib/interview/state";

export type Viewpoint = "candidate" | "partner";

const OWN: Record<ThreadEntry["role"], string> = {
  opening: "You say",
  prompt: "You say",
  answer: "You say",
  "follow-up": "You ask",
  twist: "You change a requirement",
  question: "You ask",
  reply: "You reply",
};

function ofSeat(name: string, role: ThreadEntry["role"]): string {
  if (role === "follow-up") return `${name} asks`;
  return role === "twist" ? `${name}: a requirement changes` : name;
}

export const isOwn = (entry: ThreadEntry, viewpoint: Viewpoint): boolean =>
  viewpoint === "candidate" ? entry.from === "candidate" : entry.voice === "partner";

export function speakerWords(entry: ThreadEntry, viewpoint: Viewpoint): string {
  if (isOwn(entry, viewpoint)) return OWN[entry.role];
  if (viewpoint === "candidate")
    return ofSeat(entry.voice === "partner" ? "Your partner" : "Interviewer", entry.role);
  if (entry.from === "candidate")
    return entry.role === "reply" ? "The candidate replies" : "The candidate asks";
  return ofSeat("Script", entry.role);
}
