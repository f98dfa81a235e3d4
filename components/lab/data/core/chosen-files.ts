/** Files from a field, a folder or a drop, each with a path of its own. */
import type { ChosenFile } from "@/components/lab/data/core/data-store";

/** A folder may hold anything; the first of its files are looked at. */
const MOST_FILES = 60;

const isHidden = (path: string) => path.split("/").some((part) => part.startsWith("."));

/** Sorted by path, without hidden files; names that repeat get a number. */
function withOwnPaths(files: readonly { path: string; file: File }[]): ChosenFile[] {
  const met = new Map<string, number>();
  return files
    .filter(({ path }) => !isHidden(path))
    .sort((a, b) => a.path.localeCompare(b.path, "en"))
    .slice(0, MOST_FILES)
    .map(({ path, file }) => {
      const times = (met.get(path) ?? 0) + 1;
      met.set(path, times);
      return { path: times === 1 ? path : `${path} (${times})`, file };
    });
}

export const fromList = (list: Iterable<File>): ChosenFile[] =>
  withOwnPaths(Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file })));

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** All entries of a folder: the browser gives them a hundred at a time. */
async function entriesOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesUnder(entry: FileSystemEntry, into: { path: string; file: File }[]): Promise<void> {
  if (into.length >= 4 * MOST_FILES || isHidden(entry.name)) return;
  if (entry.isFile)
    into.push({ path: entry.fullPath.replace(/^\//, ""), file: await fileOf(entry as FileSystemFileEntry) });
  if (!entry.isDirectory) return;
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) await filesUnder(child, into);
}

/** What was dropped, folders opened. */
export async function fromDrop(transfer: DataTransfer): Promise<ChosenFile[]> {
  // Entries have to be taken before the first wait: the list is emptied after the event.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return fromList(files);
  const found: { path: string; file: File }[] = [];
  for (const entry of entries) if (entry) await filesUnder(entry, found);
  return withOwnPaths(found);
}
