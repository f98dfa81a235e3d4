import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bm25Idf, bm25Norm, bm25Saturation, LUCENE_BM25 } from "@/lib/evaluation/bm25";
import { ARRANGEMENTS, PAGE_SIZE, type SearchLog } from "@/lib/worlds/search/types";
import { Bm25 } from "../search/bm25";
import { buildInvertedIndex } from "../search/inverted-index";
import { TokenStreamBuilder } from "../search/token-stream";
import { Vocabulary } from "../search/tokens";
import { standardiseValues } from "./boosts";
import { clicksOverExpected, countClicks } from "./click-history";
import { FIELD_WEIGHTS, FieldSearch, fieldScore, matchedTerms } from "./field-search";
import { searchesBetween } from "./plan";
import { clickWeights, estimatePropensities, MAX_CLICK_WEIGHT } from "./propensities";
import { contentWords, type TextIndex } from "./text-index";

/** An index of texts given as [title, shelf]. */
function indexOf(texts: readonly (readonly [string, string])[]): TextIndex {
  const stems = new Vocabulary();
  const fields = [0, 1].map((field) => {
    const stream = new TokenStreamBuilder();
    for (const text of texts) {
      for (const word of contentWords(text[field] as string)) stream.add(stems.add(word));
      stream.end();
    }
    return stream.build();
  });
  const [titles, shelf] = fields as [(typeof fields)[number], (typeof fields)[number]];
  const bm25 = (stream: typeof titles) => new Bm25(buildInvertedIndex(stream, stems.size), LUCENE_BM25);
  return {
    stems,
    titles,
    titleWords: titles,
    words: stems,
    wordTitles: new Int32Array(stems.size),
    title: bm25(titles),
    shelf: bm25(shelf),
    find: (word) => stems.find(word),
  };
}

/** BM25 of one field straight from its definition. */
function naive(texts: readonly string[], document: number, words: readonly string[]): number {
  const bags = texts.map(contentWords);
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / bags.length;
  const bag = bags[document] as string[];
  return words.reduce((sum, word) => {
    const frequency = bag.filter((other) => other === word).length;
    const holding = bags.filter((other) => other.includes(word)).length;
    const norm = bm25Norm(bag.length, average, LUCENE_BM25);
    return sum + bm25Idf(texts.length, holding) * bm25Saturation(frequency, norm);
  }, 0);
}

describe("search in two fields", () => {
  const word = fc.constantFrom("red", "kettle", "glass", "sofa", "corner");
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

  it("scores as the definition says, ranks by it, and its terms sum up to it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 8 }),
        fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        (texts, words) => {
          const index = indexOf(texts);
          const query = new Map(words.map((w) => [index.find(w), 1] as const).filter(([term]) => term >= 0));
          const found = new FieldSearch(index).search(query, texts.length);
          expect([...found.scores]).toEqual([...found.scores].sort((a, b) => b - a));
          texts.forEach((_, document) => {
            const expected =
              FIELD_WEIGHTS.title *
                naive(
                  texts.map(([title]) => title),
                  document,
                  words,
                ) +
              FIELD_WEIGHTS.shelf *
                naive(
                  texts.map(([, shelf]) => shelf),
                  document,
                  words,
                );
            expect(fieldScore(index, query, document)).toBeCloseTo(expected, 4);
            const place = found.items.indexOf(document);
            if (place >= 0) expect(found.scores[place]).toBeCloseTo(expected, 4);
            else expect(expected).toBeCloseTo(0, 9);
            const sum = matchedTerms(index, query, document).reduce(
              (all, term) => all + term.contribution,
              0,
            );
            expect(sum).toBeCloseTo(expected, 4);
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** A log of pages of two results; every third is swapped, every third kept, with the clicks given. */
function logOf(
  pages: readonly {
    products: readonly [number, number];
    clicks: readonly [number, number];
    swapPosition: number;
  }[],
): SearchLog {
  const size = pages.length;
  const log = {
    size,
    query: new Int32Array(size),
    session: new Int32Array(size),
    shopper: new Int32Array(size),
    day: Float32Array.from({ length: size }, (_, i) => i),
    ranker: new Uint8Array(size),
    arrangement: new Uint8Array(size),
    swapPosition: new Uint8Array(size),
    product: new Int32Array(size * PAGE_SIZE).fill(-1),
    outcome: new Uint8Array(size * PAGE_SIZE),
  };
  pages.forEach(({ products, clicks, swapPosition }, i) => {
    log.product.set(products, i * PAGE_SIZE);
    log.outcome.set(clicks, i * PAGE_SIZE);
    log.swapPosition[i] = swapPosition;
    log.arrangement[i] = swapPosition > 0 ? ARRANGEMENTS.indexOf("swapped") : 0;
  });
  return log;
}

describe("what the log says", () => {
  it("reads examination off pages that a coin ordered, and off no others", () => {
    const swapped = Array.from({ length: 30 }, (_, i) => ({
      products: [0, 1] as const,
      clicks: [i < 19 ? 1 : 0, i < 9 ? 1 : 0] as const,
      swapPosition: 1,
    }));
    const ranked = swapped.map((page) => ({ ...page, clicks: [1, 0] as const, swapPosition: 0 }));
    const propensities = estimatePropensities(logOf([...swapped, ...ranked]), 1e6);
    // One click to start with on each side.
    expect(propensities[1]).toBeCloseTo(10 / 20, 9);
    expect(estimatePropensities(logOf(swapped), 0)[1]).toBe(1);
  });

  it("clips the weight of a click", () => {
    expect([...clickWeights(Float64Array.of(1, 0.5, 0.001))]).toEqual([1, 2, MAX_CLICK_WEIGHT]);
  });

  it("counts no click of a later day, and does not blame a product for standing low", () => {
    const page = { products: [0, 1] as const, clicks: [1, 0] as const, swapPosition: 0 };
    const turned = { products: [1, 0] as const, clicks: [1, 0] as const, swapPosition: 0 };
    const log = logOf([page, page, turned, turned, turned, turned]);
    const early = countClicks(log, 2, 2);
    expect(early.ofProduct(0)).toBe(clicksOverExpected(2, 2));
    expect(early.ofProduct(1)).toBe(0);
    const all = countClicks(log, 2, 100);
    expect(all.ofProduct(0)).toBeCloseTo(all.ofProduct(1), 9);
    expect(all.forQuery(7)(0)).toBe(0);
  });

  it("finds the searches of some days", () => {
    expect(searchesBetween(Float32Array.of(0, 0.5, 1, 1, 2.5), 0.5, 2)).toEqual({ start: 1, end: 4 });
  });
});

describe("numbers", () => {
  it("are brought to mean 0 and deviation 1, or to 0 when they are equal", () => {
    const values = standardiseValues([1, 2, 3, 6]);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
    expect(values.reduce((sum, value) => sum + value * value, 0) / 4).toBeCloseTo(1, 5);
    expect([...standardiseValues([4, 4])]).toEqual([0, 0]);
  });
});
