import { expect, it } from "vitest";
import type { ThreadEntry } from "@/lib/interview/state";
import { speakerWords } from "./speaker-words";

const entry = (from: ThreadEntry["from"], role: ThreadEntry["role"], voice?: ThreadEntry["voice"]) =>
  ({
    ...{ id: "e", from, role, text: "", atMs: 0, stage: null, about: null, replyTo: null },
    ...(voice && { voice }),
  }) as ThreadEntry;

it.each([
  [entry("candidate", "question"), "You ask", "The candidate asks"],
  [entry("candidate", "reply"), "You reply", "The candidate replies"],
  [entry("interviewer", "answer"), "Interviewer", "Script"],
  [entry("interviewer", "follow-up", "model"), "Interviewer asks", "Script asks"],
  [entry("interviewer", "answer", "partner"), "Your partner", "You say"],
  [entry("interviewer", "follow-up", "partner"), "Your partner asks", "You ask"],
  [
    entry("interviewer", "twist", "partner"),
    "Your partner: a requirement changes",
    "You change a requirement",
  ],
])("each side reads who said it: %o", (said, candidate, partner) => {
  expect(speakerWords(said, "candidate")).toBe(candidate);
  expect(speakerWords(said, "partner")).toBe(partner);
});
