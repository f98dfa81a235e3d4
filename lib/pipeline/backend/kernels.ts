/** The wasm kernels that the models use, and no others. GatherV2 and UnsortedSegmentSum are ours (wasm-patch.ts). */
import { addConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Add";
import { addNConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/AddN";
import { batchMatMulConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul";
import { castConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Cast";
import { concatConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Concat";
import { fillConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Fill";
import { identityConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Identity";
import { multiplyConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply";
import { negConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Neg";
import { onesLikeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/OnesLike";
import { reluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Relu";
import { reshapeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape";
import { sliceConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Slice";
import { splitVConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/SplitV";
import { stepConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Step";
import { subConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sub";
import { sumConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sum";
import { transposeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose";
import { zerosLikeConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/ZerosLike";
import { registerKernel } from "@tensorflow/tfjs-core";

export function registerUsedKernels() {
  const used = [
    addConfig,
    addNConfig,
    batchMatMulConfig,
    castConfig,
    concatConfig,
    fillConfig,
    identityConfig,
    multiplyConfig,
    negConfig,
    onesLikeConfig,
    reluConfig,
    reshapeConfig,
    sliceConfig,
    splitVConfig,
    stepConfig,
    subConfig,
    sumConfig,
    transposeConfig,
    zerosLikeConfig,
  ];
  for (const kernel of used) registerKernel(kernel);
}
