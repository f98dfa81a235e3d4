/** The gradients that training here needs, and no others, so that the rest of tfjs stays out of the bundle. */
import { registerGradient } from "@tensorflow/tfjs-core";
import { addGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Add_grad";
import { concatGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Concat_grad";
import { gatherGradConfig } from "@tensorflow/tfjs-core/dist/gradients/GatherV2_grad";
import { identityGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Identity_grad";
import { multiplyGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Multiply_grad";
import { reluGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Relu_grad";
import { reshapeGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Reshape_grad";
import { subGradConfig } from "@tensorflow/tfjs-core/dist/gradients/Sub_grad";

export function registerUsedGradients() {
  const used = [
    addGradConfig,
    concatGradConfig,
    gatherGradConfig,
    identityGradConfig,
    multiplyGradConfig,
    reluGradConfig,
    reshapeGradConfig,
    subGradConfig,
  ];
  for (const gradient of used) registerGradient(gradient);
}
