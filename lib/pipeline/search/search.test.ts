import { describe, expect, it } from "vitest";
import { bm25Idf } from "@/lib/evaluation/bm25";
import { createRandom } from "@/lib/random";
import type { SearchDocument } from "../data-sets/beir";
import { Bm25, countTerms } from "./bm25";
import { pairedBootstrap } from "./bootstrap";
import { SearchEngine } from "./engine";
import { explainHit } from "./explain";
import { expandQuery } from "./feedback";
import { groupedFolds } from "./folds";
import { fuse } from "./fusion";
import { chooseMix, MIXES, TERMS_ONLY } from "./hybrid";
import { buildInvertedIndex, documentFrequency, termFrequency } from "./inverted-index";
import { type JudgedQuery, judgedQueries, listQuality } from "./judged-queries";
import type { QueryEvidence } from "./query-evidence";
import { STOP_WORDS } from "./stop-words";
import { TokenStreamBuilder } from "./token-stream";
import { isStopWord, normaliseWord, splitWords, stemOf } from "./tokens";

const context = { random: createRandom(3), checkpoint: async () => undefined, report: () => undefined };

describe("words", () => {
  it("are split at everything but letters, digits, and a point between digits", () => {
    const words = splitWords("TGF-β's 3.5-fold rise (IL-6), Beauté").map(({ surface }) =>
      normaliseWord(surface),
    );
    expect(words).toEqual(["tgf", "β", "3.5", "fold", "rise", "il", "6", "beaute"]);
    expect([stemOf("relational"), stemOf("cells"), stemOf("p53s")]).toEqual(["relat", "cell", "p53s"]);
  });

  it("that stop are Lucene's 33", () => {
    expect(STOP_WORDS.size).toBe(33);
    expect(["the", "not", "such"].every(isStopWord)).toBe(true);
    expect(["from", "cell", "we"].some(isStopWord)).toBe(false);
  });
});

function indexOf(texts: readonly (readonly number[])[], terms: number) {
  const builder = new TokenStreamBuilder();
  for (const text of texts) {
    for (const term of text) builder.add(term);
    builder.end();
  }
  return buildInvertedIndex(builder.build(), terms);
}

describe("BM25", () => {
  const index = indexOf([[0, 1, 0], [1], [], [1, 2, 2, 2]], 4);

  it("agrees with the formula by hand", () => {
    const bm25 = new Bm25(index, { k1: 1, b: 0.5 });
    // 4 documents of 2 words on average; term 0 in one of them, twice in 3 words: norm 1 * (0.5 + 0.5 * 3 / 2) = 1.25.
    const expected = Math.log(1 + 3.5 / 1.5) * (2 / 3.25);
    const { items, scores } = bm25.search(countTerms([0]), 10);
    expect([...items]).toEqual([0]);
    expect(scores[0]).toBeCloseTo(expected, 6);
    expect(bm25.score(countTerms([0, 1, 1]), 0)).toBeCloseTo(expected + 2 * bm25Idf(4, 3) * (1 / 2.25), 6);
  });

  it("finds nothing for terms that no document holds", () => {
    const bm25 = new Bm25(index, { k1: 1, b: 0.5 });
    expect(documentFrequency(index, 3)).toBe(0);
    expect([documentFrequency(index, -1), termFrequency(index, 9, 0)]).toEqual([0, 0]);
    expect(bm25.search(countTerms([3]), 5).items).toHaveLength(0);
    expect(bm25.search(countTerms([-1, 77]), 5).items).toHaveLength(0);
  });

  it("scores listed documents alike, whether it reads all postings or searches them", () => {
    const random = createRandom(8);
    const texts = Array.from({ length: 300 }, () => Array.from({ length: 9 }, () => random.integer(12)));
    const bm25 = new Bm25(indexOf(texts, 12), { k1: 1.2, b: 0.75 });
    const query = countTerms([0, 3, 3, 7]);
    for (const documents of [Int32Array.of(299, 4), Int32Array.from(texts.keys())])
      bm25.scoreEach(query, documents).forEach((score, i) => {
        expect(score).toBeCloseTo(bm25.score(query, documents[i] as number), 5);
      });
  });

  it("keeps the lower number first among equals", () => {
    const even = new Bm25(indexOf([[0], [0], [0]], 1), { k1: 1, b: 0.5 });
    expect([...even.search(countTerms([0]), 2).items]).toEqual([0, 1]);
  });
});

it("reciprocal rank fusion counts ranks only", () => {
  const lists = [
    { items: Int32Array.of(5, 6), weight: 1 },
    { items: Int32Array.of(6, 7), weight: 0.5 },
    { items: Int32Array.of(9), weight: 0 },
  ];
  const fused = fuse(lists, 10, 60);
  expect([...fused.items]).toEqual([6, 5, 7]);
  expect(fused.scores[0]).toBeCloseTo(1 / 62 + 0.5 / 61, 6);
});

it("feedback keeps the weight of the query and adds terms of the first results", () => {
  const stream = { tokens: Int32Array.of(0, 1, 1, 2), offsets: Int32Array.of(0, 3, 4) };
  const first = { items: Int32Array.of(0), scores: Float32Array.of(2) };
  const expanded = expandQuery(new Map([[0, 1]]), first, stream, { documents: 5, terms: 10, original: 0.5 });
  expect(expanded.get(0)).toBeCloseTo(0.5 + 0.5 / 3);
  expect(expanded.get(1)).toBeCloseTo(1 / 3);
  expect(expanded.has(2)).toBe(false);
});

describe("judged queries", () => {
  const query = (grades: [number, number][]): JudgedQuery => ({ id: "q", text: "", grades: new Map(grades) });

  it("have linear gain, and what the corpus lacks counts in the ideal list", () => {
    const { ndcg10, mrr10 } = listQuality(
      query([
        [4, 2],
        [-1, 1],
      ]),
      [3, 4],
    );
    expect(ndcg10).toBeCloseTo(2 / Math.log2(3) / (2 + 1 / Math.log2(3)), 9);
    expect(mrr10).toBe(0.5);
  });

  it("without a relevant document are left out", () => {
    const grades = new Map([
      ["a", new Map([["d", 0]])],
      ["b", new Map([["d", 1]])],
    ]);
    const documents = [{ id: "d", title: "", text: "x" }];
    expect(judgedQueries(grades, new Map(), documents).map(({ id }) => id)).toEqual(["b"]);
  });

  it("that share an answer stay in one fold", () => {
    const folds = groupedFolds([[1], [2], [2, 3], [3], [9]], 2);
    expect(new Set([folds[1], folds[2], folds[3]]).size).toBe(1);
    expect(folds[0]).not.toBe(folds[1]);
  });
});

it("a mix that loses to BM25 is not the default, one that wins clearly is", () => {
  const list = (...items: number[]) => ({
    items: Int32Array.from(items),
    scores: new Float32Array(items.length),
  });
  const queries = Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, text: "", grades: new Map([[1, 1]]) }));
  const evidence = (terms: number[], others: number[]) =>
    queries.map(
      () =>
        ({
          byTerms: list(...terms),
          byGrams: list(...others),
          byFeedback: list(...others),
          byVector: list(...others),
        }) as unknown as QueryEvidence,
    );
  expect(chooseMix(queries, evidence([1, 2, 3], [3, 2])).mix).toBe(TERMS_ONLY);
  const { mix, ndcg } = chooseMix(queries, evidence([2, 1], [1]));
  expect(mix).not.toBe(TERMS_ONLY);
  expect(ndcg).toHaveLength(MIXES.length);
});

it("the bootstrap's interval lies above 0 only when the gain is no chance", () => {
  const before = Array.from({ length: 200 }, (_, i) => (i % 7) / 7);
  const better = before.map((value, i) => value + (i % 2 ? 0.1 : 0.02));
  const mixed = before.map((value, i) => value + (i % 2 ? 0.1 : -0.1));
  const random = () => createRandom("b");
  expect(pairedBootstrap(before, better, random(), 500).low).toBeGreaterThan(0.05);
  expect(pairedBootstrap(before, mixed, random(), 500).low).toBeLessThan(0);
  expect(pairedBootstrap(before, mixed, random(), 500)).toEqual(
    pairedBootstrap(before, mixed, random(), 500),
  );
});

/** Documents about one of twelve topics each; a query names two words of its document. */
function smallCorpus() {
  const random = createRandom("corpus");
  const word = (topic: number, i: number) => `w${"abcdefghijklmnop"[topic]}${"qrstuvxyz"[i]}o`;
  const documents: SearchDocument[] = [];
  const queries: JudgedQuery[] = [];
  for (let d = 0; d < 64; d++) {
    const topic = d % 12;
    const words = Array.from({ length: 20 }, () => word(topic, random.integer(9)));
    documents.push({
      id: `${d}`,
      title: `${words[0]} ${words[1]} unit ${d}`,
      text: `${words.join(" ")}. End.`,
    });
    queries.push({ id: `${d}`, text: `${words[2]} ${words[3]} ${d}`, grades: new Map([[d, 1]]) });
  }
  return { documents, queries };
}

describe("the engine", () => {
  const { documents, queries } = smallCorpus();

  it("gives the same lists for the same seed, and explanations that add up", async () => {
    const build = () => SearchEngine.build(documents, { ...context, random: createRandom(3) });
    const [untrained, again] = [await build(), await build()];
    const text = queries[40]?.text ?? "";
    expect(again.gather(text)).toEqual(untrained.gather(text));
    const one = await untrained.train(queries.slice(0, 24), context);
    const hits = one.rerank(one.gather(text));
    const document = hits.items[0] as number;
    const { terms, bm25, features, second } = explainHit(one, text, document);
    expect(bm25).toBeCloseTo(
      terms.reduce((sum, { contribution }) => sum + contribution, 0),
      9,
    );
    const { byTerms } = one.gather(text);
    expect(bm25).toBeCloseTo(byTerms.scores[byTerms.items.indexOf(document)] as number, 4);
    if (second) {
      const linear = features.reduce((sum, { contribution }) => sum + contribution, 0);
      expect(linear).toBeCloseTo(second.linear, 3);
      expect((1 - second.treeShare) * linear + second.treeShare * second.trees).toBeCloseTo(second.score, 3);
      expect(second.score).toBeCloseTo(hits.scores[0] as number, 5);
    }
  }, 60_000);
});
