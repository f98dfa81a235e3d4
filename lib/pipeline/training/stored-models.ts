/** Fetches models that ship with the app: their card, what lies where in their weights, and the weights. */
import type * as z from "zod";
import { AppError } from "@/lib/errors";
import type { Checkpoint } from "../types";
import { type Manifest, manifestSchema } from "./weights-manifest";

/** Between two looks at whether the download was cancelled. */
const CHECK_MILLISECONDS = 50;

export type StoredModels<Card> = {
  readonly card: Card;
  readonly manifest: Manifest;
  readonly bytes: ArrayBuffer;
};

async function fetchFiles<Card>(
  baseUrl: string,
  cardSchema: z.ZodType<Card>,
  signal: AbortSignal,
): Promise<StoredModels<Card>> {
  const fetchOne = async (name: string) => {
    const response = await fetch(`${baseUrl}${name}`, { signal });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  const [card, manifest, bytes] = await Promise.all([
    fetchOne("card.json").then(async (response) => cardSchema.parse(await response.json())),
    fetchOne("weights.json").then(async (response) => manifestSchema.parse(await response.json())),
    fetchOne("weights.bin").then((response) => response.arrayBuffer()),
  ]);
  return { card, manifest, bytes };
}

/** Passes checkpoints until `work` has ended either way. */
async function waitFor(work: Promise<unknown>, checkpoint: Checkpoint) {
  let isOver = false;
  const end = work.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  while (!isOver) {
    await checkpoint();
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, CHECK_MILLISECONDS))]);
  }
}

/** `baseUrl` ends in a slash. Throws an AppError that can be shown, or what the checkpoint throws; then the download ends. */
export async function fetchStoredModels<Card>(
  baseUrl: string,
  cardSchema: z.ZodType<Card>,
  checkpoint: Checkpoint,
): Promise<StoredModels<Card>> {
  const abort = new AbortController();
  const fetching = fetchFiles(baseUrl, cardSchema, abort.signal).catch(() => {
    throw new AppError("unavailable", "The trained models could not be loaded. Train them here instead.");
  });
  try {
    await waitFor(fetching, checkpoint);
  } catch (error) {
    abort.abort();
    throw error;
  }
  return fetching;
}
