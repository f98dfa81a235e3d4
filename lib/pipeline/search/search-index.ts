/** Everything that is known of a corpus before a query comes: texts as terms, four inverted indexes, latent vectors. */

import { LUCENE_BM25 } from "@/lib/evaluation/bm25";
import type { Random } from "@/lib/random";
import type { SearchDocument } from "../data-sets/beir";
import { createVectorIndex, type VectorIndex } from "../retrieval/vector-index";
import type { WorkContext } from "../types";
import { type AnalysedField, Analyser } from "./analysis";
import { Bm25 } from "./bm25";
import { buildInvertedIndex } from "./inverted-index";
import { LATENT_DEFAULTS, type LatentSpace, trainLatentSpace } from "./latent-semantics";
import { describeSentences, type Sentences } from "./sentences";
import { joinStreams, type TokenStream } from "./token-stream";

export type SearchIndex = {
  readonly documents: readonly SearchDocument[];
  readonly analyser: Analyser;
  readonly title: AnalysedField;
  readonly text: AnalysedField;
  /** Stems of title and text, one after the other. */
  readonly stems: TokenStream;
  readonly whole: Bm25;
  readonly titles: Bm25;
  readonly texts: Bm25;
  /** Words as written. */
  readonly words: Bm25;
  /** Pieces of words. */
  readonly grams: Bm25;
  readonly space: LatentSpace;
  readonly vectors: VectorIndex;
  readonly sentences: Sentences;
  /** Share of each stem among all tokens. */
  readonly shares: Float32Array;
};

export type BuildContext = WorkContext & { readonly random: Random };

export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  { random, checkpoint, report }: BuildContext,
): Promise<SearchIndex> {
  const analyser = new Analyser();
  const title = analyser.analyseDocuments(documents, "title");
  report("Reading words", 0.2);
  await checkpoint();
  const text = analyser.analyseDocuments(documents, "text");
  report("Reading words", 1);
  await checkpoint();
  const { stems, words, grams } = analyser;
  const index = (stream: TokenStream, terms: number) =>
    new Bm25(buildInvertedIndex(stream, terms), LUCENE_BM25);
  const wholeStream = joinStreams(title.stems, text.stems);
  const whole = index(wholeStream, stems.size);
  const space = await trainLatentSpace(
    whole.index,
    LATENT_DEFAULTS,
    random.fork("latent"),
    checkpoint,
    (fraction) => report("Learning latent vectors", fraction),
  );
  const vectors = await createVectorIndex(documents.length, space.dimension);
  vectors.write(space.documents, 0, documents.length);
  const shares = new Float32Array(stems.size);
  const share = 1 / Math.max(1, wholeStream.tokens.length);
  for (const term of wholeStream.tokens) shares[term] = (shares[term] as number) + share;
  return {
    documents,
    analyser,
    title,
    text,
    stems: wholeStream,
    whole,
    titles: index(title.stems, stems.size),
    texts: index(text.stems, stems.size),
    words: index(joinStreams(title.words, text.words), words.size),
    grams: index(joinStreams(title.grams, text.grams), grams.size),
    space,
    vectors,
    sentences: describeSentences(text, space),
    shares,
  };
}
