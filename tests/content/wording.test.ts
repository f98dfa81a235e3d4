import { describe, expect, it } from "vitest";
import { listCases } from "@/lib/content/load";
import { preparedCase } from "@/lib/content/prepared-case";
import { isSoundWording, leakCheck, secretsOf } from "@/lib/interview/interviewer/check-wording";

const cases = listCases().flatMap((found) => {
  const prepared = preparedCase(found.slug);
  return prepared ? [{ found, prepared, secrets: secretsOf(prepared.interviewer, prepared.rubric) }] : [];
});
const video = cases.find(({ found }) => found.slug === "video-recommendation");
if (!video) throw new Error("no case");
const scripted = "How do you split the data for training and testing, and why that way?";
const leaks = leakCheck(video.secrets, [scripted, video.found.meta.prompt]);

describe("the check of a model's wording", () => {
  it.each([
    "Could you walk me through how you would split the data for training and testing, and why that way?",
    "I am curious: how do you split the data into training and testing, and what is the reason?",
    "Before we move on, how is the data split for training and testing, and why like that?",
  ])("lets another wording of the question pass: %s", (wording) => {
    expect(isSoundWording(wording, "question")).toBe(true);
    expect(leaks(wording)).toBe(false);
  });

  it.each([
    ["Would a random split leak the future, or do you split the data by time?"],
    ["How do you split the data, given that impressions come with a position bias?"],
    ["How do you split the data of 100 million users for training and testing?"],
    ["Have you thought of cross-network features or two-tower retrieval for the data?"],
  ])("stops what gives something away: %s", (wording) => {
    expect(leaks(wording)).toBe(true);
  });

  it("lets pass what the candidate has brought up, and what was told", () => {
    const wording = "You split the data by time. Why that way, with 100 million users?";
    expect(leaks(wording)).toBe(true);
    const told = [scripted, "We split the data by time.", "There are 100 million users."];
    expect(leakCheck(video.secrets, told)(wording)).toBe(false);
  });

  it("takes one question and nothing around it", () => {
    expect(isSoundWording(scripted, "question")).toBe(true);
    for (const wording of [
      "How?",
      "Go on then.",
      `${scripted} And how?`,
      `${scripted}\nGo on.`,
      `${"a".repeat(300)}?`,
    ])
      expect(isSoundWording(wording, "question")).toBe(false);
    expect(isSoundWording("All right, let us go on from there.", "statement")).toBe(true);
    expect(isSoundWording("All right, shall we go on?", "statement")).toBe(false);
  });

  it("stops every told fact and every exemplar of every case, were a model to know them", () => {
    for (const { found, secrets } of cases) {
      const check = leakCheck(secrets, [found.meta.prompt, scripted]);
      const texts = [
        ...found.interviewer.facts.map(({ answer }) => answer),
        ...found.rubric.points.flatMap(({ exemplars }) => exemplars),
      ];
      expect(texts.filter((text) => !check(text))).toEqual([]);
    }
  });

  it("lets the script's own questions pass when they are the sentence to say", () => {
    for (const { found, secrets } of cases)
      for (const { question } of found.interviewer.triggers)
        expect(leakCheck(secrets, [question])(`Before you go on: ${question}`), question).toBe(false);
  });
});
