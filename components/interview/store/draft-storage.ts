/**
 * What was typed and not yet stored by the server, kept in the browser's IndexedDB so that a reload, a crash or an
 * expired session loses nothing. Records belong to an interview, and its page is only for who owns it: nobody else on
 * this browser reads them, and a guest who has made an account since still does.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { CandidateEvent } from "@/lib/interview/events";

export type Draft = {
  interviewId: string;
  viewerId: string;
  origin: string;
  /** Order of writing within the origin. */
  position: number;
  event: CandidateEvent;
  /** Set when the server did not take it; kept so that it can be downloaded. */
  refused: string | null;
};

export type DraftStorage = {
  put(draft: Draft): Promise<void>;
  remove(drafts: readonly Draft[]): Promise<void>;
  list(interviewId: string): Promise<Draft[]>;
};

type Key = [interviewId: string, viewerId: string, origin: string, position: number];
interface Schema extends DBSchema {
  drafts: { key: Key; value: Draft };
}

const keyOf = (draft: Draft): Key => [draft.interviewId, draft.viewerId, draft.origin, draft.position];

export function openDraftStorage(): DraftStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opened ??= openDB<Schema>("shortlist-drafts", 1, {
      upgrade: (db) => {
        db.createObjectStore("drafts", { keyPath: ["interviewId", "viewerId", "origin", "position"] });
      },
      // The browser closed the connection (storage cleared, a newer version waits): open again on the next use.
      terminated: () => {
        opened = null;
      },
    });
    return opened;
  };
  return {
    async put(draft) {
      const transaction = (await open()).transaction("drafts", "readwrite");
      // Committed at once instead of after the answer to `put`: what a closing tab has sent is still written then.
      const written = transaction.store.put(draft);
      transaction.commit();
      await Promise.all([written, transaction.done]);
    },
    async remove(drafts) {
      const transaction = (await open()).transaction("drafts", "readwrite");
      await Promise.all([...drafts.map((draft) => transaction.store.delete(keyOf(draft))), transaction.done]);
    },
    async list(interviewId) {
      const from = [interviewId] as unknown as Key;
      const to = [interviewId, []] as unknown as Key;
      return (await open()).getAll("drafts", IDBKeyRange.bound(from, to));
    },
  };
}

/** For browsers without IndexedDB, and for tests: lasts as long as the page. */
export function memoryDraftStorage(): DraftStorage {
  const drafts = new Map<string, Draft>();
  return {
    async put(draft) {
      drafts.set(JSON.stringify(keyOf(draft)), structuredClone(draft));
    },
    async remove(gone) {
      for (const draft of gone) drafts.delete(JSON.stringify(keyOf(draft)));
    },
    async list(interviewId) {
      return [...drafts.values()]
        .filter((draft) => draft.interviewId === interviewId)
        .sort((a, b) => a.origin.localeCompare(b.origin) || a.position - b.position);
    },
  };
}
