/**
 * The prebuilt index: one document a section, made when the site is built (MiniSearch, an inverted index with BM25+).
 * Terms and titles are one file; the texts, needed only to show the found words in their sentence, are another.
 */
import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import * as z from "zod";
import { termsOf } from "@/lib/search/words";

/** What a result is, and the group in which it is shown. */
export const SEARCH_KINDS = ["chapter", "case", "solution", "term", "decision", "page", "action"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

const documentSchema = z.object({
  kind: z.enum(SEARCH_KINDS),
  title: z.string(),
  /** With the anchor, for a section. Empty for an action. */
  path: z.string().regex(/^$|^\/(?!\/)/),
  /** The title of the page that a section belongs to. */
  page: z.string().optional(),
  /** Other names of the same thing. */
  also: z.string().optional(),
});
export type SearchDocument = z.infer<typeof documentSchema>;

const searchFileSchema = z.object({
  documents: z.array(documentSchema),
  index: z.custom<AsPlainObject>((value) => typeof value === "object" && value !== null),
});
export type SearchFile = z.infer<typeof searchFileSchema>;
const textsSchema = z.array(z.string());

/** @throws ZodError for a file of another shape, so that an old or foreign one can not break the palette. */
export const parseSearchFile = (body: unknown): SearchFile => searchFileSchema.parse(body);
export const parseTexts = (body: unknown): string[] => textsSchema.parse(body);

type Indexed = { id: number; title: string; page: string; also: string; text: string };

export const INDEX_OPTIONS: Options<Indexed> = {
  fields: ["title", "also", "page", "text"],
  tokenize: termsOf,
  processTerm: (term) => term,
};

/** `firstId` numbers documents that join an index that exists. */
export const toIndexed = (
  documents: readonly (SearchDocument & { text?: string })[],
  firstId: number,
): Indexed[] =>
  documents.map(({ title, page = "", also = "", text = "" }, position) => ({
    id: firstId + position,
    title,
    page,
    also,
    text,
  }));

/** From documents with their texts to the two files. `texts[i]` belongs to `documents[i]`. */
export function buildSearchFiles(sources: readonly (SearchDocument & { text: string })[]): {
  file: SearchFile;
  texts: string[];
} {
  const index = new MiniSearch<Indexed>(INDEX_OPTIONS);
  index.addAll(toIndexed(sources, 0));
  return {
    file: { documents: sources.map(({ text: _, ...document }) => document), index: index.toJSON() },
    texts: sources.map(({ text }) => text),
  };
}
