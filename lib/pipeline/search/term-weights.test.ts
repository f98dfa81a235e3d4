import { expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import type { SearchDocument } from "../data-sets/beir";
import { SearchEngine } from "./engine";
import type { JudgedQuery } from "./judged-queries";
import { trainTermWeights, weighTerms } from "./term-weights";

const SUBJECTS = [..."bcdfghjklmnp"].map((letter) => `${letter}ota`);
/** As rare as the subjects, and of no use: they stand in documents at random. */
const NOISE = [..."bcdfghjklmnp"].map((letter) => `${letter}uning`);

/** Each document has a subject and a few words of noise; each query names the subject and noise of other documents. */
function drawCollection() {
  const random = createRandom("weights");
  const pick = (words: readonly string[]) => words[random.integer(words.length)] as string;
  const documents: SearchDocument[] = Array.from({ length: 144 }, (_, d) => ({
    id: `${d}`,
    title: "",
    text: `${SUBJECTS[d % 12]} filler${d} ${pick(NOISE)} ${pick(NOISE)}`,
  }));
  const queries: JudgedQuery[] = Array.from({ length: 60 }, (_, q) => ({
    id: `${q}`,
    text: `${pick(NOISE)} ${SUBJECTS[q % 12]} ${pick(NOISE)} ${pick(NOISE)}`,
    grades: new Map(documents.flatMap((_, d) => (d % 12 === q % 12 ? [[d, 1] as const] : []))),
  }));
  return { documents, queries };
}

const context = () => ({
  random: createRandom(1),
  checkpoint: async () => undefined,
  report: () => undefined,
});

it("terms that lead to relevant documents come to weigh more than those that do not", async () => {
  const { documents, queries } = drawCollection();
  const { index } = await SearchEngine.build(documents, context());
  const weights = trainTermWeights(index, queries);
  if (!weights) throw new Error("There is something to learn.");
  const query = index.analyser.analyseQuery("cuning bota duning");
  const weighed = weighTerms(index, query, weights);
  const [first, subject, last] = [...query.stems].map((stem) => weighed.get(stem) as number);
  expect(subject).toBeGreaterThan(1.5 * Math.max(first as number, last as number));
  // A subject that no training query held is told by how it is written.
  const unseen = { ...weights, byTerm: new Map<string, number>() };
  const written = weighTerms(index, query, unseen);
  expect(written.get(query.stems[1] as number)).toBeGreaterThan(
    written.get(query.stems[2] as number) as number,
  );
  expect(trainTermWeights(index, queries)).toEqual(weights);
});

it("nothing is learnt where no answer is among the first results", async () => {
  const { documents, queries } = drawCollection();
  const { index } = await SearchEngine.build(documents, context());
  expect(
    trainTermWeights(
      index,
      queries.map((query) => ({ ...query, grades: new Map([[-1, 1]]) })),
    ),
  ).toBeNull();
});

it("the engine keeps weights that win on held-out queries, and leaves BM25 itself as it was", async () => {
  const { documents, queries } = drawCollection();
  const untrained = await SearchEngine.build(documents, context());
  const engine = await untrained.train(queries, context());
  expect(engine.trained?.termWeights).not.toBeNull();
  const text = queries[0]?.text ?? "";
  expect(engine.gather(text).byTerms).toEqual(untrained.gather(text).byTerms);
  expect(untrained.gather(text).byWeighed).toBeNull();
}, 30_000);
