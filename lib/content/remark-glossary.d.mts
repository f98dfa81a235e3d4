import type { Glossary } from "./schemas/glossary";

export type GlossaryForms = { pattern: RegExp; termOf: (words: string) => string | null };
export type Mention = { text: string; term?: string };
export function glossaryForms(glossary: Glossary): GlossaryForms;
export function splitMentions(text: string, forms: GlossaryForms, seen: Set<string>): Mention[];
/** A remark plugin: returns a function that changes the tree in place. */
export default function remarkGlossary(glossary?: Glossary): (tree: object) => void;
