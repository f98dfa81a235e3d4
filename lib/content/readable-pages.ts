/** The texts that are read from beginning to end, in their order: chapters, then cases. */
import { listCases, listChapters } from "@/lib/content/load";

export type ReadablePage = { path: string; title: string };

export const readableChapters = (): ReadablePage[] =>
  listChapters().map(({ slug, meta }) => ({ path: `/framework/${slug}`, title: meta.title }));

export const readableCases = (): ReadablePage[] =>
  listCases().map(({ slug, meta }) => ({ path: `/cases/${slug}`, title: meta.title }));

export const readablePages = (): ReadablePage[] => [...readableChapters(), ...readableCases()];
