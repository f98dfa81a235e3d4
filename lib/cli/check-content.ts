/**
 * `npm run content:check [-- framework/03 cases/x]`: prints every error of content/ (or of the paths that start so)
 * as file:line:column field: message, and a summary; exit 1 when there is one.
 */
import { checkContent } from "@/lib/content/check/check-content";
import { formatContentError } from "@/lib/content/errors";
import { contentFiles } from "@/lib/content/load";
import { wordCount } from "@/lib/content/markdown";

const files = contentFiles();
const starts = process.argv.slice(2);
const isAsked = (file: string) => starts.length === 0 || starts.some((start) => file.startsWith(start));
const errors = (await checkContent(files)).filter((error) => isAsked(error.file));
for (const error of errors) console.log(formatContentError(error));

const prose = [...files].filter(([file]) => file.endsWith(".mdx"));
const words = prose.reduce((sum, [, text]) => sum + wordCount(text), 0);
const filesWithErrors = new Set(errors.map((error) => error.file)).size;
const verdict = errors.length === 0 ? "no errors" : `${errors.length} errors in ${filesWithErrors} files`;
console.log(`content:check: ${files.size} files, ${words} words in ${prose.length} texts, ${verdict}`);
process.exitCode = errors.length === 0 ? 0 : 1;
