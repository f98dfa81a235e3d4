/** The set phrases of the interviewer. A coach says where help is; an examiner gives nothing away but that it is enough. */
import { createRandom } from "@/lib/random";
import type { InterviewerState, Scene } from "./types";

type Phrases = readonly string[];

export const ENOUGH: Record<Scene["mode"], Phrases> = {
  coach: [
    "Good, that is what I wanted to hear. Please continue.",
    "That answers it, well argued. Go on.",
    "All right, that convinces me. Where were you?",
    "Fine, clear enough. Carry on.",
  ],
  exam: [
    "Thank you, that is enough on this. Go on.",
    "That answers it. Go on.",
    "All right, that is clear. Where were you?",
    "Fine. Carry on.",
  ],
};
export const LET_GO: Record<Scene["mode"], Phrases> = {
  coach: [
    "Let us leave it there; the hints of this stage may help when you come back to it.",
    "Not quite what I was after, and that is fine here. Note it, and look at the hints later.",
    "We can come back to that. Put it on your notes and continue.",
  ],
  exam: [
    "All right, let us leave it there.",
    "Let us not get stuck on this. Go on.",
    "We can come back to that. Please continue.",
    "Fine, I note it as open. Carry on.",
  ],
};
/** A reply to a changed requirement that says what changes, and one that does not say so yet. */
export const TWIST_SHOWN: Phrases = [
  "Good. Work it into your design where it belongs.",
  "All right, take it from there and change what has to change.",
  "Yes, that moves what has to move. Go on.",
];
export const TWIST_OPEN: Phrases = [
  "Fine. Show me in the design what that does.",
  "All right. Go on, and let me see where your design moves.",
  "Take your time with it. I would like to see it in the design.",
];
/** The design moved without a word about it. */
export const TWIST_SEEN: Phrases = [
  "I see that you have worked the change in. Go on.",
  "Your design has moved with the new requirement, I see. Carry on.",
];

/** One of the phrases: the same one whenever the same thing is said in the same interview. */
export const say = (phrases: Phrases, state: InterviewerState, about: string): string =>
  phrases[createRandom(`${state.seed}/reply/${about}`).integer(phrases.length)] ?? "";
