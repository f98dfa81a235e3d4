/** Cards and questions as they are used: drawn, exported, and asked to see whether a missed point carries over. */
import katex from "katex";
import { describe, expect, it } from "vitest";
import { listApplications, listDecks } from "@/lib/content/decks";
import { listCases } from "@/lib/content/load";
import { cardToHtml } from "@/lib/learning/card-html";
import { caseDeck } from "@/lib/learning/items";
import { transferQuestion } from "@/lib/learning/missed-points";

const decks = listDecks();

const textsOf = ({ cards, questions }: (typeof decks)[number]): string[] => [
  ...cards.flatMap(({ front, back }) => [front, back]),
  ...questions.flatMap(({ question, options }) => [
    question,
    ...options.flatMap(({ text, why }) => [text, why]),
  ]),
];

describe.each(decks)("the deck $id", (deck) => {
  it("has formulas that can be drawn, and no dollar that could be taken for the beginning of one", () => {
    for (const text of textsOf(deck)) {
      const html = cardToHtml(text);
      for (const [, formula = ""] of html.matchAll(/\\\((.+?)\\\)|\\\[(.+?)\\\]/gs)) {
        const tex = formula.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
        expect(() => katex.renderToString(tex, { strict: "error" }), text).not.toThrow();
      }
      const withoutEscaped = text.replaceAll("\\$", "");
      const outside = cardToHtml(withoutEscaped).replace(/\\\(.+?\\\)|\\\[.+?\\\]|<code>.*?<\/code>/gs, "");
      expect(outside.match(/\$/g)?.length ?? 0, text).toBeLessThan(2);
    }
  });

  it("does not hold the same front twice", () => {
    const fronts = deck.cards.map(({ front }) => front.trim().toLowerCase());
    expect(fronts.filter((front, i) => fronts.indexOf(front) < i)).toEqual([]);
  });

  it("has the right answer in more than one place", () => {
    const places = deck.questions.map(({ options }) => options.findIndex(({ right }) => right));
    expect(new Set(places).size).toBeGreaterThan(1);
  });
});

describe.each(listCases())("the case $slug", ({ slug, rubric }) => {
  it("has two cards and a question for each point", () => {
    const deck = decks.find(({ id }) => id === caseDeck(slug));
    const short = rubric.points.filter(({ id }) => {
      const cards = deck?.cards.filter(({ point }) => point === id).length ?? 0;
      const questions = deck?.questions.filter(({ point }) => point === id).length ?? 0;
      return cards < 2 || questions < 1;
    });
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  it("finds for each point a question of another case that needs the same idea", () => {
    const applications = listApplications();
    const nobody = { isAsked: () => false, isSeen: () => false };
    const untestable = rubric.points.filter(
      ({ level, chapter }) =>
        !transferQuestion({ deck: caseDeck(slug), level, chapter }, applications, nobody),
    );
    expect(untestable.map(({ id }) => id)).toEqual([]);
  });
});
