/** Files: each has a place in the tree, so that a misspelt folder is an error and not silently ignored. */
import type { ContentError } from "@/lib/content/errors";
import type { ContentFiles } from "@/lib/content/parse";

const PLACES: readonly RegExp[] = [
  /^lexicon\.yaml$/,
  /^interviewer\.yaml$/,
  /^sources\.yaml$/,
  /^cheatsheet\.mdx$/,
  /^glossary\.yaml$/,
  /^grader-card\.json$/,
  /^framework\/\d\d-[a-z0-9-]+\.mdx$/,
  /^framework\/\d\d-[a-z0-9-]+\.cards\.yaml$/,
  /^decisions\/\d{4}-[a-z0-9-]+\.md$/,
  /^cases\/[a-z0-9-]+\/(index\.mdx|case\.yaml|rubric\.yaml|interviewer\.yaml|cards\.yaml)$/,
  /^short-answers\/(README\.md|answers\.jsonl|marks-[ab]\.jsonl)$/,
  /^cases\/[a-z0-9-]+\/labelled\/(answers|marks-a|marks-b|questions|sentences)\.jsonl$/,
  /^cases\/[a-z0-9-]+\/labelled-(questions)\.jsonl$/,
  /^cases\/[a-z0-9-]+\/answers\/[a-z0-9-]+\.md$/,
];

export const checkFiles = (files: ContentFiles): ContentError[] =>
  [...files.keys()]
    .filter((file) => !PLACES.some((place) => place.test(file)))
    .map((file) => ({
      file,
      line: 1,
      field: "file",
      message: "Nothing reads a file of this name in this place.",
    }));
