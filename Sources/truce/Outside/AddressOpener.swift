import Browser
import Records
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens web addresses in whatever program the desktop has for them, without a shell.
///
/// A class, since a thread of its own waits for each program to end and leaves word if it failed.
final class AddressOpener: Sendable {
  /// What the reader has not been told yet.
  private let notes = Shared<[String]>([])

  #if os(macOS)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Begins to open an address; returns what to tell the reader now.
  func open(_ address: WebAddress) -> String {
    do throws(ChildProcess.Fault) {
      let child = try ChildProcess(Self.program, [address.description])
      watch(child, address)
      return "Opening \(address)"
    } catch {
      return Self.note(on: error, address)
    }
  }

  /// What has failed since the last call.
  func takeNotes() -> [String] {
    notes.use { notes in
      defer { notes = [] }
      return notes
    }
  }

  private static func note(on fault: ChildProcess.Fault, _ address: WebAddress) -> String {
    "\(program): \(fault.reason); yu copies \(address)"
  }

  private func watch(_ child: ChildProcess, _ address: WebAddress) {
    let watch = Watch(opener: self, child: child, address: address)
    var thread = pthread_t(bitPattern: 0)
    pthread_create(&thread, nil, Self.wait, Unmanaged.passRetained(watch).toOpaque())
  }

  /// What a waiting thread knows.
  private final class Watch {
    let opener: AddressOpener
    let child: ChildProcess
    let address: WebAddress

    init(opener: AddressOpener, child: ChildProcess, address: WebAddress) {
      (self.opener, self.child, self.address) = (opener, child, address)
    }
  }

  private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    guard let argument else { return nil }
    pthread_detach(pthread_self())
    let watch = Unmanaged<Watch>.fromOpaque(argument).takeRetainedValue()
    do throws(ChildProcess.Fault) {
      try watch.child.wait()
    } catch {
      watch.opener.add(note(on: error, watch.address))
    }
    return nil
  }

  private func add(_ note: String) {
    notes.use { $0.append(note) }
    Waker().wake()
  }
}
