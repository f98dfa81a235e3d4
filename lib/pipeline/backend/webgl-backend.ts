/**
 * tfjs on WebGL with the kernels that the models use. Loaded only on request: nothing else may import this file, or it
 * and the shaders would come with every page that runs the pipeline.
 */
import { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl/dist/backend_webgl";
import { addConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Add";
import { batchMatMulConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul";
import { castConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Cast";
import { concatConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Concat";
import { gatherV2Config } from "@tensorflow/tfjs-backend-webgl/dist/kernels/GatherV2";
import { identityConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Identity";
import { multiplyConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply";
import { negConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Neg";
import { reluConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Relu";
import { reshapeConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape";
import { sliceConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Slice";
import { splitVConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/SplitV";
import { stepConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Step";
import { subConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sub";
import { sumConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sum";
import { transposeConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose";
import { unsortedSegmentSumConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/UnsortedSegmentSum";
import { registerBackend, registerKernel } from "@tensorflow/tfjs-core";

/** Call once. */
export function registerWebgl() {
  const used = [
    addConfig,
    batchMatMulConfig,
    castConfig,
    concatConfig,
    gatherV2Config,
    identityConfig,
    multiplyConfig,
    negConfig,
    reluConfig,
    reshapeConfig,
    sliceConfig,
    splitVConfig,
    stepConfig,
    subConfig,
    sumConfig,
    transposeConfig,
    unsortedSegmentSumConfig,
  ];
  for (const kernel of used) registerKernel(kernel);
  registerBackend("webgl", () => new MathBackendWebGL());
}
