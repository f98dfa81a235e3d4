/** Fetches the models that ship with the app: their card at once, their weights as a function of the world's id rows. */
import { AppError } from "@/lib/errors";
import type { Checkpoint } from "../types";
import { manifestSchema } from "./manifest";
import type { VideoModels } from "./serving";
import { type ModelCard, modelCardSchema } from "./trace";
import { unpackModels } from "./weights-file";

/** Between two looks at whether the download was cancelled. */
const CHECK_MILLISECONDS = 50;

async function fetchFiles(baseUrl: string, signal: AbortSignal) {
  const fetchOne = async (name: string) => {
    const response = await fetch(`${baseUrl}${name}`, { signal });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  const [card, manifest, bytes] = await Promise.all([
    fetchOne("card.json").then(async (response) => modelCardSchema.parse(await response.json())),
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
export async function fetchModels(
  baseUrl: string,
  checkpoint: Checkpoint,
): Promise<{ card: ModelCard; unpack: (idRows: Int32Array) => VideoModels }> {
  const abort = new AbortController();
  const fetching = fetchFiles(baseUrl, abort.signal).catch(() => {
    throw new AppError("unavailable", "The trained models could not be loaded. Train them here instead.");
  });
  try {
    await waitFor(fetching, checkpoint);
  } catch (error) {
    abort.abort();
    throw error;
  }
  const { card, manifest, bytes } = await fetching;
  return { card, unpack: (idRows) => unpackModels(manifest, bytes, idRows) };
}
