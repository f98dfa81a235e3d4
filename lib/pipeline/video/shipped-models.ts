/** The models that ship with the app: their card at once, their weights as a function of the world's id rows. */
import { fetchStoredModels } from "../training/stored-models";
import type { Checkpoint } from "../types";
import type { VideoModels } from "./serving";
import { type ModelCard, modelCardSchema } from "./trace";
import { unpackModels } from "./weights-file";

/** `baseUrl` ends in a slash. Throws an AppError that can be shown, or what the checkpoint throws; then the download ends. */
export async function fetchModels(
  baseUrl: string,
  checkpoint: Checkpoint,
): Promise<{ card: ModelCard; unpack: (idRows: Int32Array) => VideoModels }> {
  const { card, manifest, bytes } = await fetchStoredModels(baseUrl, modelCardSchema, checkpoint);
  return { card, unpack: (idRows) => unpackModels(manifest, bytes, idRows) };
}
