/** Types of lock.mjs, which stays plain JavaScript because it runs before packages are installed. */
export type LockHolder = { pid: number; started: string | null; isHeld: boolean; url?: string };

export type Lock = {
  /** Tells those who find the lock held where its holder serves. */
  setUrl(url: string): void;
  release(): void;
};

/** Takes the lock, or says who holds it. @throws when the directory cannot be written to. */
export function takeLock(directory: string, name: string): Promise<{ lock: Lock } | { heldBy: LockHolder }>;

export function readHolder(directory: string, name: string): LockHolder | null;
