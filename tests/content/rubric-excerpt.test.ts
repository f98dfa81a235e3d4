/** What the figure of receipts sends to a browser keeps the verdicts that the whole lexicon would give on the point in question, and is small. */
import { describe, expect, it } from "vitest";
import { gradeSentence, prepareExcerpt } from "@/components/content/figures/practice/grade-sentence";
import { SENTENCES } from "@/components/content/figures/practice/sentences";
import { loadLexicon } from "@/lib/content/load";
import { rubricExcerpt } from "@/lib/content/rubric-excerpt";

const POINTS = ["data-time-split", "data-positive-label", "data-position-bias"];
const excerpt = rubricExcerpt("video-recommendation", POINTS);
const cut = prepareExcerpt(excerpt);
const whole = prepareExcerpt({ ...excerpt, lexicon: loadLexicon() });

describe("an excerpt of a rubric", () => {
  it("is a small part of the lexicon", () => {
    expect(Object.keys(excerpt.lexicon).length).toBeLessThan(Object.keys(loadLexicon()).length / 2);
    expect(JSON.stringify(excerpt).length).toBeLessThan(20_000);
  });
  it.each(SENTENCES.map(({ text }) => text))(
    "gives the verdict on the split that the whole lexicon gives: %s",
    (text) => {
      const [ofCut] = gradeSentence(cut, text).points;
      const [ofWhole] = gradeSentence(whole, text).points;
      expect(ofCut?.verdict).toBe(ofWhole?.verdict);
      expect(ofCut?.credit).toBeCloseTo(ofWhole?.credit ?? Number.NaN, 1);
    },
  );
  it("refuses a point that the case does not have", () => {
    expect(() => rubricExcerpt("video-recommendation", ["data-no-such-point"])).toThrow("data-no-such-point");
  });
});
