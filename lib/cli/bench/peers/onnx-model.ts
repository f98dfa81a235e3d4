/**
 * Writes a model in the ONNX format: the few fields of onnx.proto that a plain feed-forward graph needs. Field numbers
 * are those of github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
import { bytesField, integerField, join, messageField, textField } from "./protobuf";

/** TensorProto.DataType. */
const DATA_TYPES = { float32: 1, int32: 6, int64: 7 } as const;
/** AttributeProto.AttributeType.INT. */
const INTEGER_ATTRIBUTE = 2;
/** Supported by all runtimes of the last years; every operation used here is the same in later ones. */
const IR_VERSION = 8;
const OPERATION_SET = 17;

export type OnnxValue = {
  readonly name: string;
  readonly type: keyof typeof DATA_TYPES;
  readonly shape: readonly number[];
};
/** A constant; `data` holds as many values as the shape says, row by row. */
export type OnnxConstant = OnnxValue & { readonly data: Float32Array | Int32Array | BigInt64Array };
export type OnnxNode = {
  readonly operation: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number>>;
};
export type OnnxModel = {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxConstant[];
  /** In an order in which every input is there before it is used. */
  readonly nodes: readonly OnnxNode[];
};

/** NodeProto: input = 1, output = 2, op_type = 4, attribute = 5 { name = 1, i = 3, type = 20 }. */
const nodeFields = ({ operation, inputs, output, attributes = {} }: OnnxNode): Uint8Array[] => [
  ...inputs.map((input) => textField(1, input)),
  textField(2, output),
  textField(4, operation),
  ...Object.entries(attributes).map(([name, value]) =>
    messageField(5, textField(1, name), integerField(3, value), integerField(20, INTEGER_ATTRIBUTE)),
  ),
];

/** TensorProto: dims = 1, data_type = 2, name = 8, raw_data = 9 (little endian, like every WebAssembly machine). */
const constantFields = ({ name, type, shape, data }: OnnxConstant): Uint8Array[] => [
  ...shape.map((length) => integerField(1, length)),
  integerField(2, DATA_TYPES[type]),
  textField(8, name),
  bytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
];

/** ValueInfoProto: name = 1, type = 2 { tensor_type = 1 { elem_type = 1, shape = 2 { dim = 1 { dim_value = 1 } } } }. */
const valueFields = ({ name, type, shape }: OnnxValue): Uint8Array[] => [
  textField(1, name),
  messageField(
    2,
    messageField(
      1,
      integerField(1, DATA_TYPES[type]),
      messageField(2, ...shape.map((length) => messageField(1, integerField(1, length)))),
    ),
  ),
];

/** ModelProto: ir_version = 1, graph = 7 { node = 1, name = 2, initializer = 5, input = 11, output = 12 }, opset_import = 8. */
export function encodeOnnxModel({ name, inputs, outputs, constants, nodes }: OnnxModel): Uint8Array {
  return join([
    integerField(1, IR_VERSION),
    messageField(
      7,
      ...nodes.map((node) => messageField(1, ...nodeFields(node))),
      textField(2, name),
      ...constants.map((constant) => messageField(5, ...constantFields(constant))),
      ...inputs.map((input) => messageField(11, ...valueFields(input))),
      ...outputs.map((output) => messageField(12, ...valueFields(output))),
    ),
    messageField(8, textField(1, ""), integerField(2, OPERATION_SET)),
  ]);
}
