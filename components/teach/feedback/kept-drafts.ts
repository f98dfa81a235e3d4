/** Words of remarks that were not saved yet, for as long as the tab lives: a closed dialog loses nothing. */
const drafts = new Map<string, string>();

export const keptDraft = (key: string): string | undefined => drafts.get(key);

/** Null forgets it. */
export function keepDraft(key: string, body: string | null): void {
  if (body === null) drafts.delete(key);
  else drafts.set(key, body);
}
