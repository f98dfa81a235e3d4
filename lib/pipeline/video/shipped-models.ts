/** Fetches the models that ship with the app: their card at once, their weights as a function of the world's id rows. */
import { AppError } from "@/lib/errors";
import { type ModelCard, modelCardSchema } from "../trace";
import { manifestSchema } from "./manifest";
import type { VideoModels } from "./serving";
import { unpackModels } from "./weights-file";

async function fetchFile<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  const response = await fetch(url);
  if (!response.ok)
    throw new AppError("unavailable", "The trained models could not be loaded. Train them here instead.");
  return read(response);
}

/** `baseUrl` ends in a slash. Throws an AppError that can be shown. */
export async function fetchModels(
  baseUrl: string,
): Promise<{ card: ModelCard; unpack: (idRows: Int32Array) => VideoModels }> {
  const [card, manifest, bytes] = await Promise.all([
    fetchFile(`${baseUrl}card.json`, async (response) => modelCardSchema.parse(await response.json())),
    fetchFile(`${baseUrl}weights.json`, async (response) => manifestSchema.parse(await response.json())),
    fetchFile(`${baseUrl}weights.bin`, (response) => response.arrayBuffer()),
  ]);
  return { card, unpack: (idRows) => unpackModels(manifest, bytes, idRows) };
}
