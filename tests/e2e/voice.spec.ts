/** Speaking and listening, with a recogniser and voices of the test's own: a headless browser has neither. */
import type { Page } from "@playwright/test";
import { answerOf, conversation, expectSaved, startInterview } from "./support/interview";
import { expect, expectAccessible, test } from "./support/test";

type Speaker = { say(words: string): void; fallSilent(): void; spoken: string[] };
declare global {
  interface Window {
    speaker: Speaker;
  }
}

/** A recogniser that hears what the test says, and stops by itself when it hears nothing; a voice that writes down. */
async function giveEarsAndVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Result = { isFinal: boolean; 0: { transcript: string } };
    class FakeRecognition {
      static current: FakeRecognition | null = null;
      onresult: ((event: { resultIndex: number; results: Result[] }) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        FakeRecognition.current = this;
      }
      stop() {
        FakeRecognition.current = null;
      }
      abort() {
        FakeRecognition.current = null;
      }
    }
    const spoken: string[] = [];
    const voice = { name: "Test", lang: "en-GB", localService: true, default: true };
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: ({ text }: { text: string }) => spoken.push(text),
      cancel: () => {},
    });
    class FakeUtterance {
      constructor(readonly text: string) {}
    }
    Object.defineProperty(window, "SpeechRecognition", { value: FakeRecognition });
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: FakeUtterance });
    window.speaker = {
      spoken,
      say: (transcript) =>
        FakeRecognition.current?.onresult?.({
          resultIndex: 0,
          results: [{ isFinal: true, 0: { transcript } }],
        }),
      fallSilent: () => FakeRecognition.current?.onend?.(),
    };
  });
}

test("an answer is dictated with pauses in it, a question too, and the interviewer is read aloud", async ({
  page,
}) => {
  await giveEarsAndVoice(page);
  await startInterview(page, "Coach");
  const answer = page.getByRole("region", { name: "Answer" });
  await answer.getByRole("button", { name: "Dictate the answer" }).click();
  await expectAccessible(page, "before the first dictation");
  await page.getByRole("button", { name: "Start dictating" }).click();
  await page.evaluate(() => window.speaker.say("the goal is satisfied watch time."));
  await page.evaluate(() => window.speaker.fallSilent());
  await page.evaluate(() => window.speaker.say("clicks are not the goal"));
  await expect(answerOf(page)).toHaveValue("The goal is satisfied watch time. Clicks are not the goal");
  await answer.getByRole("button", { name: "Stop dictating the answer" }).click();
  await page.evaluate(() => window.speaker.say("nobody hears this"));
  await expectSaved(page);
  await expect(answerOf(page)).toHaveValue("The goal is satisfied watch time. Clicks are not the goal");

  await page.getByRole("button", { name: "Read aloud" }).click();
  await page.getByRole("button", { name: "Dictate your question" }).click();
  await page.evaluate(() => window.speaker.say("how many daily active users are there"));
  const question = page.getByLabel("Ask the interviewer");
  await expect(question).toHaveValue("How many daily active users are there");
  await expect(conversation(page), "nothing is sent by a silence").not.toContainText("100 million a day");
  await question.press("Enter");
  await expect(conversation(page)).toContainText("100 million a day");
  await expect.poll(() => page.evaluate(() => window.speaker.spoken.at(-1))).toContain("100 million a day");
});

test("a browser without speech has no buttons for it", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["SpeechRecognition", "webkitSpeechRecognition", "speechSynthesis"])
      Object.defineProperty(window, name, { value: undefined });
  });
  await startInterview(page, "Exam");
  await expect(page.getByRole("button", { name: /Dictate|Read aloud/ })).toHaveCount(0);
});
