/**
 * Queries for a corpus that nobody searched yet: titles, each with its own document as the one relevant answer. The
 * documents lose their titles first, so that an answer has to be found by its text.
 */
import { type Random, shuffleInPlace } from "@/lib/random";
import type { SearchDocument } from "../data-sets/beir";
import type { JudgedQuery } from "./judged-queries";

const MAX_QUERIES = 400;
const MIN_TITLE_LENGTH = 20;

export function makePseudoQueries(documents: readonly SearchDocument[], random: Random) {
  const usable = documents.flatMap(({ title, text }, number) =>
    title.length >= MIN_TITLE_LENGTH && text.length > title.length ? [number] : [],
  );
  shuffleInPlace(usable, random);
  const queries: JudgedQuery[] = usable.slice(0, MAX_QUERIES).map((number) => ({
    id: `title ${number}`,
    text: (documents[number] as SearchDocument).title,
    grades: new Map([[number, 1]]),
  }));
  return { queries, documents: documents.map((document) => ({ ...document, title: "" })) };
}
