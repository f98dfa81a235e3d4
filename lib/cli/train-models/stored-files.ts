/** What the training commands of all worlds share: short numbers, short curves, and weights out of the browser. */
import type { CallName } from "@/lib/pipeline/workers/protocol";
import type { BrowserHost } from "../bench/browser-host";

const CURVE_POINTS = 40;

/** Short numbers keep the file small; nobody reads a sixth digit. */
export const roundNumbers = (_key: string, value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/** Every n-th point, and all points that carry a measurement. */
export function thinCurve<Point>(curve: readonly Point[], isMeasured: (point: Point) => boolean): Point[] {
  const every = Math.max(1, Math.ceil(curve.length / CURVE_POINTS));
  return curve.filter((point, i) => i % every === 0 || isMeasured(point));
}

/** The bytes that an export call gives; they cross into this process as text. */
export async function exportWeights(host: BrowserHost, call: CallName): Promise<Buffer> {
  const encoded = await host.page.evaluate(async (name) => {
    const bench = (
      globalThis as unknown as { pipelineBench: { call(name: string, params: unknown): Promise<unknown> } }
    ).pipelineBench;
    const { bytes } = (await bench.call(name, {})) as { bytes: Uint8Array };
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, call);
  return Buffer.from(encoded, "base64");
}
