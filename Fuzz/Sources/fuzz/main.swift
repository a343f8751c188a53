import CFuzzer

// The first argument names the target; the others are the fuzzer's own, and folders of inputs.
guard let target = CommandLine.arguments.dropFirst().first.flatMap(Target.init(rawValue:)) else {
  let names = Target.allCases.map(\.rawValue).joined(separator: "|")
  fatalError("usage: fuzz \(names) [options] [folders]")
}
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
_ = LLVMFuzzerRunDriver(&count, &arguments, target.entry)
