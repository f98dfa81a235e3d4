import { expect, it } from "vitest";
import type { LanguageModel } from "./language-model";
import { prepareLine, speakLine } from "./speak";

const line = {
  kind: "question",
  scripted: "Why?",
  context: "A two-tower model.",
  leaks: () => false,
} as const;

it("a model that does not stop is stopped, long before its deadline", async () => {
  let deltas = 0;
  const endless: Pick<LanguageModel, "ask"> = {
    ask: async ({ onText }, signal) => {
      for (; deltas < 5_000 && !signal.aborted; deltas++) onText("and so on ".repeat(deltas));
      return { text: "Why?", tokens: { in: 1, out: 1 } };
    },
  };
  const heard: string[] = [];
  const speaking = speakLine(endless as LanguageModel, line, prepareLine(line), (text) => heard.push(text));
  await expect(speaking).rejects.toMatchObject({ failure: "wording" });
  expect(deltas).toBeLessThan(100);
  expect(heard.at(-1)?.length).toBeLessThan(500);
});
