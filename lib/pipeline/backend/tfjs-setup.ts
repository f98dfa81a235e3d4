/**
 * What tfjs-core's index sets up on loading, without its storage of models in browsers: flags, the platform, and the
 * operations that tensors have as methods. Leaves alone what is already set up, as tests of the cpu backend do.
 */
import { env } from "@tensorflow/tfjs-core/dist/environment";
import "@tensorflow/tfjs-core/dist/flags";
import { buffer } from "@tensorflow/tfjs-core/dist/ops/buffer";
import { cast } from "@tensorflow/tfjs-core/dist/ops/cast";
import { clone } from "@tensorflow/tfjs-core/dist/ops/clone";
import { print } from "@tensorflow/tfjs-core/dist/ops/print";
import { isTypedArrayBrowser } from "@tensorflow/tfjs-core/dist/platforms/is_typed_array_browser";
import { setOpHandler } from "@tensorflow/tfjs-core/dist/tensor";

// Otherwise a second copy of the index, which the WebGL kernels bring, warns that it sets up the same again.
env().set("PROD", true);
setOpHandler({ buffer, cast, clone, print });

// Typed as always there, but not before somebody has set it.
if (!(env().platform as unknown))
  env().setPlatform("worker", {
    fetch: (path, options) => fetch(path, options),
    now: () => performance.now(),
    encode: (text) => new TextEncoder().encode(text),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    isTypedArray: isTypedArrayBrowser,
  });
